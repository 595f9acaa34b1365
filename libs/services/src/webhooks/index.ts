export { DEFAULT_WEBHOOK_RULES, type WebhookRules } from './address-rules.js';
export {
  DISPATCH_LIMITS,
  type DispatchCounts,
  type DispatcherParts,
  type DispatchLimits,
  type WakeChannel,
} from './dispatch-parts.js';
export { WebhookDispatcher } from './dispatcher.js';
export { SECRET_BOX_USE, SecretBox, showSecret, type WebhookSecret } from './secret-box.js';
export type { SendOptions } from './send-webhook.js';
export * from './webhook-desk.js';
