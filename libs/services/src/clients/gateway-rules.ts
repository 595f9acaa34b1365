import { join } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import type { PolicyBook } from '#libs/minimiser';
import { placeInYaml, readYamlConfig } from '#libs/runtime';
import { isAllowEntry, type WebhookRules } from '../webhooks/address-rules.js';
import type { OpenIdRules } from './openid-rules.js';

/** How much one client may ask for. */
export interface ClientLimits {
  /** Of one client at one gateway process, in the long run. */
  readonly requestsPerSecond: number;
  /** Of one client at once. */
  readonly burst: number;
  /** Different persons that one client may read, at all gateway processes together. */
  readonly personsPerHour: number;
  readonly personsPerDay: number;
  /** Of all clients, at one gateway process at a time; more are told to come back. */
  readonly requestsInFlight?: number;
}

/** `gateway.yml`: what clients may do, and how much of it. */
export interface GatewayRules {
  readonly scopes: Readonly<Record<string, { readonly en: string; readonly fr: string }>>;
  /** Purpose → the scopes that it gives. A purpose that is not named gives none. */
  readonly purposes: Readonly<Record<string, readonly string[]>>;
  readonly limits: ClientLimits;
  /** Where clients reach the gateway, scheme and host alone: proofs of possession name it. */
  readonly publicUrl?: string;
  /** Addresses (CIDR) of the proxies in front: what they say about the client's address and certificate is believed. */
  readonly proxies?: readonly string[];
  /** Access tokens of an identity provider; without it, the gateway knows its own tokens alone. */
  readonly openid?: OpenIdRules;
  /** Where webhooks may lead; what is left out is as in DEFAULT_WEBHOOK_RULES. */
  readonly webhooks?: Partial<WebhookRules>;
}

/**
 * Reads `gateway.yml` and holds it against the policies.
 * @throws ConfigError, or TeachingError `config.unreadable`, `gateway-rules.purpose`, `gateway-rules.scope`,
 * `gateway-rules.webhook-allow`, with file, line
 * and column; exit code 2
 */
export const readGatewayRules = (configDir: string, book: PolicyBook): GatewayRules => {
  const file = join(configDir, 'gateway.yml');
  const rules = readYamlConfig<GatewayRules>(file, join(configDir, 'schema', 'gateway.schema.json'));
  const refuse = (code: string, name: string, path: readonly (string | number)[]): never => {
    throw new TeachingError(code, { name }, { place: placeInYaml(file, path), exitCode: EXIT.usage });
  };
  for (const [purpose, scopes] of Object.entries(rules.purposes)) {
    if (book.purpose(purpose) === null) refuse('gateway-rules.purpose', purpose, ['purposes', purpose]);
    scopes.forEach((scope, at) => {
      if (rules.scopes[scope] === undefined) refuse('gateway-rules.scope', scope, ['purposes', purpose, at]);
    });
  }
  rules.webhooks?.allow?.forEach((entry, at) => {
    if (!isAllowEntry(entry)) refuse('gateway-rules.webhook-allow', entry, ['webhooks', 'allow', at]);
  });
  return rules;
};

/** All scopes that some purposes give, in the order of `gateway.yml`. */
export const scopesOf = (rules: GatewayRules, purposes: readonly string[]): readonly string[] => {
  const given = new Set(purposes.flatMap((purpose) => rules.purposes[purpose] ?? []));
  return Object.keys(rules.scopes).filter((scope) => given.has(scope));
};
