import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import type { SealedSecret } from '#libs/store';

const SECRET_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The constant word from which the key of the box is derived (`deriveKey`). */
export const SECRET_BOX_USE = 'webhook secrets';

/** A signing secret in the open: 32 bytes. */
export interface WebhookSecret {
  readonly id: string;
  readonly webhookId: string;
  readonly bytes: Buffer;
}

/** Encrypts signing secrets for the store (AES-256-GCM). Each is bound to its webhook and its id: swapped rows do not open. */
export class SecretBox {
  /** @param key 32 bytes, derived from the installation's key for SECRET_BOX_USE */
  constructor(private readonly key: Buffer) {}

  /** A new secret of a webhook. */
  make(webhookId: string): WebhookSecret {
    return { id: randomUUID(), webhookId, bytes: randomBytes(SECRET_BYTES) };
  }

  seal(secret: WebhookSecret): SealedSecret {
    const { id, webhookId } = secret;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(secret));
    const hidden = Buffer.concat([cipher.update(secret.bytes), cipher.final()]);
    return { id, webhookId, sealed: Buffer.concat([nonce, cipher.getAuthTag(), hidden]) };
  }

  /** @throws Error where it was sealed under another key, for another webhook, or was changed */
  open(secret: SealedSecret): WebhookSecret {
    const { id, webhookId, sealed } = secret;
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(secret));
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const bytes = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return { id, webhookId, bytes };
  }
}

/** All of them, or null where one does not open. */
export const openSecrets = (box: SecretBox, sealed: readonly SealedSecret[]): readonly WebhookSecret[] | null => {
  try {
    return sealed.map((secret) => box.open(secret));
  } catch {
    // OpenSSL says no more than that it does not fit.
    return null;
  }
};

/** The form in which a receiver gets it, by Standard Webhooks. Shown once. */
export const showSecret = ({ bytes }: WebhookSecret): string => `whsec_${bytes.toString('base64')}`;

const boundTo = ({ id, webhookId }: Pick<SealedSecret, 'id' | 'webhookId'>): Buffer =>
  Buffer.from(`${webhookId}/${id}`, 'utf8');
