import type { Logger } from '#libs/runtime';
import type { AttemptEnd, Transactor } from '#libs/store';
import type { SecretBox } from './secret-box.js';
import type { SendOptions } from './send-webhook.js';

/** How dispatchers wake each other. It may lose everything: each one also looks by itself. Nothing here rejects. */
export interface WakeChannel {
  /** Asks some dispatcher to look in that many milliseconds. */
  wake(delayMs: number): void;
  /** Begins to pass on what others ask for. */
  start(onWake: () => void): void;
  stop(): Promise<void>;
}

/** What bounds a dispatcher. */
export interface DispatchLimits {
  /** Deliveries under way from this process. */
  readonly inAll: number;
  /** Deliveries under way to one webhook, from all processes. */
  readonly perWebhook: number;
  readonly leaseSeconds: number;
  /** How often it looks without being asked, in milliseconds. */
  readonly sweepMs: number;
  /** How long a stop waits for attempts under way, in milliseconds. */
  readonly graceMs: number;
}

/** A lease is three times as long as an attempt; a stop leaves most of its ten seconds to requests. */
export const DISPATCH_LIMITS: DispatchLimits = {
  inAll: 32,
  perWebhook: 8,
  leaseSeconds: 30,
  sweepMs: 2_000,
  graceMs: 2_000,
};

/** What a dispatcher works with. */
export interface DispatcherParts {
  readonly database: Transactor;
  readonly box: SecretBox;
  readonly send: SendOptions;
  readonly channel: WakeChannel;
  readonly logger: Logger;
  readonly limits?: Partial<DispatchLimits>;
}

/** How attempts ended since the start; for metrics. */
export type DispatchCounts = Readonly<Record<AttemptEnd['kind'] | 'lost', number>>;
