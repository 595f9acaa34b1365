import { createHmac } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** What the key of the tags is derived for. */
export const ANSWER_TAG_USE = 'gateway answer tags';

/** An answer with its strong tag; the body is null where the client holds it already. */
export interface TaggedAnswer {
  readonly etag: string;
  readonly body: object | null;
}

/**
 * Tags answers by what they say. Keyed: a tag lands in caches and logs, and a plain hash of so few values could be guessed back.
 */
export class AnswerTags {
  constructor(private readonly key: Uint8Array) {}

  /**
   * @param known the client's `If-None-Match`
   * @param stable what the tag is of: without `as_of`, which moves every night, whether anything has changed or not
   */
  tag(body: Dated, known: string | undefined, stable: object = undated(body)): TaggedAnswer {
    const digest = createHmac('sha256', this.key).update(JSON.stringify(stable)).digest('base64url').slice(0, 22);
    const etag = `"${digest}"`;
    return { etag, body: isKnown(known, etag) ? null : body };
  }
}

interface Dated {
  readonly as_of: string | null;
}

/** An answer without the night up to which it knows. */
export const undated = (body: Dated): object =>
  Object.fromEntries(Object.entries(body).filter(([member]) => member !== 'as_of'));

/** Weak comparison, as If-None-Match asks for. */
const isKnown = (known: string | undefined, etag: string): boolean =>
  known !== undefined &&
  (known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));

/** 200 with the body, or 304 without one. */
export const sendTagged = (reply: FastifyReply, { etag, body }: TaggedAnswer): void => {
  void reply.header('ETag', etag).header('Cache-Control', 'no-store');
  if (body === null) void reply.status(304).send();
  else void reply.status(200).header('Content-Type', 'application/json; charset=utf-8').send(JSON.stringify(body));
};
