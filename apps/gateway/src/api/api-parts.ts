import type { PolicyBook } from '#libs/minimiser';
import { deriveKey, loadInstallationKey, type Logger, type Settings } from '#libs/runtime';
import {
  type AidRequestDesk,
  DEFAULT_WEBHOOK_RULES,
  findKnownSubject,
  type GatewayRules,
  openAuditTrail,
  readAidRules,
  readGatewayRules,
  readPolicies,
  SECRET_BOX_USE,
  SecretBox,
  type WebhookDesk,
} from '#libs/services';
import type { AuditTrail } from '#libs/store';
import { ClientBook } from '../access/client-book.js';
import { ClientFinder } from '../access/client-finder.js';
import { openIdClients } from '../access/openid/openid-clients.js';
import type { Clients } from '../access/presented.js';
import { ReachLimit } from '../access/reach-limit.js';
import type { GatewayMetrics } from '../operations/gateway-metrics.js';
import type { GatewayDatabase } from '../database/gateway-database.js';
import { WebhookDelivery } from '../webhooks/webhook-delivery.js';

/** What the API is made of: read and checked once, before anybody is answered. */
export interface ApiParts {
  readonly database: GatewayDatabase;
  readonly trail: AuditTrail;
  readonly book: PolicyBook;
  readonly rules: GatewayRules;
  readonly clients: Clients;
  readonly reach: ReachLimit;
  readonly aidRequests: AidRequestDesk;
  readonly webhooks: WebhookDesk;
  readonly delivery: WebhookDelivery;
}

/** @throws ConfigError or TeachingError where configuration or key are wrong; exit code 2 */
export const readApiParts = (
  settings: Settings,
  database: GatewayDatabase,
  metrics: GatewayMetrics,
  logger: Logger,
): ApiParts => {
  const book = readPolicies(settings.configDir);
  const { bytes } = loadInstallationKey(settings);
  const trail = openAuditTrail(database, settings, bytes);
  const rules = readGatewayRules(settings.configDir, book);
  const box = new SecretBox(deriveKey({ bytes }, SECRET_BOX_USE));
  const webhooks: WebhookDesk = { box, rules: { ...DEFAULT_WEBHOOK_RULES, ...rules.webhooks } };
  return {
    database,
    trail,
    book,
    rules,
    clients: new ClientFinder(new ClientBook(database), openIdClients(rules, book, database, logger)),
    reach: new ReachLimit({
      database,
      trail,
      bounds: rules.limits,
      logger,
      onAlert: (bound) => metrics.reachRefused(bound),
    }),
    aidRequests: { book, rules: readAidRules(settings.configDir, book), findSubject: findKnownSubject },
    webhooks,
    delivery: new WebhookDelivery({ desk: webhooks, settings, logger }),
  };
};
