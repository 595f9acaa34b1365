export * from './claims.repository.js';
export * from './deliveries.repository.js';
export * from './outbox-event.js';
export * from './outbox.repository.js';
export * from './settle-delivery.js';
export * from './webhook.js';
export * from './webhooks.repository.js';
