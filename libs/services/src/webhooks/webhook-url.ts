import { isIP } from 'node:net';
import { EXIT, TeachingError } from '#libs/domain';
import { AddressRules, type WebhookRules } from './address-rules.js';

const LONGEST = 2_000;
const FIRST_FREE_PORT = 1_024;
/** Services of which none is a receiver of webhooks: databases, caches, queues, remote shells. */
const CLOSED_PORTS = new Set([
  1433, 1521, 2049, 2375, 2376, 2379, 3306, 3389, 5432, 5672, 5984, 6000, 6379, 6443, 9200, 9300, 10250, 11211, 27017,
]);

/** The host of a URL as a resolver takes it: an IPv6 address without its brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * Reads where a webhook leads. Names are not resolved here: what a name leads to is checked at each connection.
 * @throws TeachingError `webhook.url`, `webhook.url-scheme`, `webhook.url-credentials`, `webhook.url-port`,
 * `webhook.url-address`; exit code 2. None of them repeats the URL
 */
export const readWebhookUrl = (text: string, rules: WebhookRules): URL => {
  // The URL parser drops blanks and line breaks in silence.
  const isPlain = text.length <= LONGEST && !/[\s\p{Cc}\\#]/u.test(text) && URL.canParse(text);
  const url = isPlain ? new URL(text) : null;
  if (url === null || url.hostname === '') throw refused('webhook.url');
  if (url.protocol !== 'https:' && !(rules.http && url.protocol === 'http:')) throw refused('webhook.url-scheme');
  if (url.username !== '' || url.password !== '') throw refused('webhook.url-credentials');
  const port = Number(url.port);
  if (url.port !== '' && (port < FIRST_FREE_PORT || CLOSED_PORTS.has(port))) throw refused('webhook.url-port');
  const host = hostOf(url);
  const isAddress = isIP(host) !== 0;
  if (isAddress && !new AddressRules(rules).allows(host, host)) throw refused('webhook.url-address');
  return url;
};

const refused = (code: string): TeachingError => new TeachingError(code, {}, { exitCode: EXIT.usage });
