import { type ClientOptions, PasserelleClient } from './client.js';
import { ROUTES } from './routes.js';

export * from './client.js';
export * from './verify-webhook.js';
export type { components, operations, paths } from './schema.js';

/** A client of one gateway, for one purpose and one recipient. */
export const passerelle = (options: ClientOptions): PasserelleClient => new PasserelleClient(options, ROUTES);
