import { type SecretBox, showSecret } from '#libs/services';
import type { KeptAnswer, SealedSecret } from '#libs/store';

interface SealedBody {
  readonly id: string;
  readonly secret: { readonly id: string; readonly sealed: string };
}

/** A body that may be kept: answers lie in the store for a day, and a secret must not lie there in the open. */
export const sealedBody = <T extends { readonly id: string }>(
  view: T,
  { id, sealed }: SealedSecret,
): T & SealedBody => ({
  ...view,
  secret: { id, sealed: sealed.toString('base64') },
});

/** The answer as the client gets it, the first time and each time that it repeats the request within a day. */
export const revealSecret = (answer: KeptAnswer, box: SecretBox): KeptAnswer => {
  const body = JSON.parse(answer.body) as SealedBody;
  const { id, sealed } = body.secret;
  const secret = box.open({ id, webhookId: body.id, sealed: Buffer.from(sealed, 'base64') });
  return { ...answer, body: JSON.stringify({ ...body, secret: showSecret(secret) }) };
};
