import { Buffer } from 'node:buffer';

// A dispatcher in a process of its own, to be killed: dispatch.mjs CONNECTION KEY
const { createLogger } = await import('../../../dist/libs/runtime/src/index.js');
const { SecretBox, WebhookDispatcher } = await import('../../../dist/libs/services/src/index.js');
const { Database } = await import('../../../dist/libs/store/src/index.js');

const [, , connection, key] = process.argv;
new WebhookDispatcher({
  database: new Database(JSON.parse(connection)),
  box: new SecretBox(Buffer.from(key, 'hex')),
  send: { rules: { allow: ['127.0.0.1'], http: true, keepDays: 30 } },
  channel: { wake: () => undefined, start: () => undefined, stop: () => Promise.resolve() },
  logger: createLogger({ logLevel: 'warn' }),
  limits: { sweepMs: 100, leaseSeconds: 4 },
}).start();
