import { createHmac } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** What the key of the tags is derived for. */
export const ANSWER_TAG_USE = 'gateway answer tags';

/** An answer with its strong tag; its text (JSON) is null where the client holds it already. */
export interface TaggedAnswer {
  readonly etag: string;
  readonly text: string | null;
}

/**
 * Tags answers by what they say. Keyed: a tag lands in caches and logs, and a plain hash of so few values could be guessed back.
 */
export class AnswerTags {
  constructor(private readonly key: Uint8Array) {}

  /**
   * @param known the client's `If-None-Match`
   * @param stable what the tag is of, where more than the answer's own `as_of` is to be left out: that moves every night,
   * whether anything has changed or not
   */
  tag({ as_of, ...said }: Dated, known: string | undefined, stable?: object): TaggedAnswer {
    const text = JSON.stringify(said);
    const tagged = stable === undefined ? text : JSON.stringify(stable);
    const digest = createHmac('sha256', this.key).update(tagged).digest('base64url').slice(0, 22);
    const etag = `"${digest}"`;
    // Written once: the text is the longest part of an answer.
    return { etag, text: isKnown(known, etag) ? null : `{"as_of":${JSON.stringify(as_of)},${text.slice(1)}` };
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
export const sendTagged = (reply: FastifyReply, { etag, text }: TaggedAnswer): void => {
  void reply.header('ETag', etag).header('Cache-Control', 'no-store');
  if (text === null) void reply.status(304).send();
  else void reply.status(200).header('Content-Type', 'application/json; charset=utf-8').send(text);
};
