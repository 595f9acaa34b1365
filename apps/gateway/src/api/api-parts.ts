import type { PolicyBook } from '#libs/minimiser';
import { deriveKey, loadInstallationKey, type Logger, type Settings } from '#libs/runtime';
import {
  type AidRequestDesk,
  DEFAULT_WEBHOOK_RULES,
  findHeldSubjects,
  type FindSubject,
  type GatewayRules,
  openStatistics,
  openAuditTrail,
  prepareStore,
  readAidRules,
  readGatewayRules,
  readPolicies,
  SECRET_BOX_USE,
  SecretBox,
  type StatisticsDesk,
  type WebhookDesk,
} from '#libs/services';
import type { AuditTrail } from '#libs/store';
import { ClientBook } from '../access/client-book.js';
import { ClientFinder } from '../access/client-finder.js';
import { openIdClients } from '../access/openid/openid-clients.js';
import type { Clients } from '../access/presented.js';
import { ReachLimit } from '../access/reach-limit.js';
import type { GatewayMetrics } from '../operations/gateway-metrics.js';
import type { GatewayDatabase, Prepare } from '../database/gateway-database.js';
import { type PersonReading, readPersonReading } from '../persons/read-parts.js';
import { openRights, type RightsParts } from '../rights/open-rights.js';
import { WebhookDelivery } from '../webhooks/webhook-delivery.js';

const ANSWER_KEY_USE = 'kept answers';

/** What the API is made of: read and checked once, before anybody is answered. */
export interface ApiParts {
  readonly database: GatewayDatabase;
  readonly trail: AuditTrail;
  readonly book: PolicyBook;
  readonly rules: GatewayRules;
  readonly clients: Clients;
  readonly reach: ReachLimit;
  readonly aidRequests: AidRequestDesk;
  readonly reading: PersonReading;
  readonly webhooks: WebhookDesk;
  readonly delivery: WebhookDelivery;
  readonly rights: RightsParts;
  readonly statistics: StatisticsDesk;
  /** Brings a store in step with the home before it is read. */
  readonly prepare: Prepare;
  /** Under which fingerprints of requests are kept. */
  readonly answerKey: Uint8Array;
}

/** @throws ConfigError or TeachingError where configuration or key are wrong; exit code 2 */
export const readApiParts = (
  settings: Settings,
  database: GatewayDatabase,
  metrics: GatewayMetrics,
  logger: Logger,
): ApiParts => {
  const book = readPolicies(settings.configDir);
  const installation = loadInstallationKey(settings);
  const { bytes } = installation;
  const trail = openAuditTrail(database.forTrail, settings, bytes);
  const rules = readGatewayRules(settings.configDir, book);
  const box = new SecretBox(deriveKey({ bytes }, SECRET_BOX_USE));
  const webhooks: WebhookDesk = { box, rules: { ...DEFAULT_WEBHOOK_RULES, ...rules.webhooks } };
  const reach = new ReachLimit({
    database,
    trail,
    bounds: rules.limits,
    logger,
    onAlert: (bound) => metrics.reachRefused(bound),
  });
  const reading = readPersonReading(settings, database);
  const findSubject: FindSubject = async (client, id) =>
    (await findHeldSubjects(client, reading.vault, [id]))[0] ?? null;
  return {
    database,
    trail,
    book,
    rules,
    clients: new ClientFinder(new ClientBook(database), openIdClients(rules, book, database, logger)),
    reach,
    aidRequests: { book, rules: readAidRules(settings.configDir, book), findSubject },
    reading,
    webhooks,
    delivery: new WebhookDelivery({ desk: webhooks, settings, logger }),
    rights: openRights(settings, bytes, { database, trail, book, reach }),
    statistics: openStatistics(settings.configDir, book, database, trail),
    prepare: (opened) =>
      prepareStore(opened, {
        settings,
        installation,
        trail: openAuditTrail(opened, settings, bytes),
        vault: reading.vault,
        logger,
      }),
    answerKey: deriveKey({ bytes }, ANSWER_KEY_USE),
  };
};
