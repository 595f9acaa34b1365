import { createHash, X509Certificate } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import { comesFrom } from '../client.js';
import type { Presented } from '../presented.js';

/** Where a client's certificate may come from, beside a TLS connection of the gateway's own. */
export interface CertificateSource {
  /** Lower case; undefined: no proxy passes certificates on. */
  readonly header: string | undefined;
  /** Addresses (CIDR) whose header is believed; none: nobody's. */
  readonly proxies: readonly string[];
}

const LONGEST = 16_384;
const BYTES = /^:([A-Za-z0-9+/]+={0,2}):$/;
/** One text: a header that the client sent too would be joined before the proxy's own by a comma, and be read first. */
const ESCAPED = /^[A-Za-z0-9%._~+/=-]+$/;
const PEM = /^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/;

/**
 * SHA-256 of the certificate with which the client has proven itself, base64url, as `cnf` has it (RFC 8705, 3.1). The proof is
 * the TLS handshake: with us, or with a proxy whose word we take.
 * @returns null where there is none that can be believed
 */
export const certificateThumbprint = ({ socket, headers }: Presented, source: CertificateSource): string | null => {
  const bytes = socket instanceof TLSSocket ? ofConnection(socket) : passedOn(socket.remoteAddress, headers, source);
  return bytes === null ? null : createHash('sha256').update(bytes).digest('base64url');
};

const ofConnection = (socket: TLSSocket): Uint8Array | null => socket.getPeerX509Certificate()?.raw ?? null;

const passedOn = (
  address: string | undefined,
  headers: Presented['headers'],
  { header, proxies }: CertificateSource,
): Uint8Array | null => {
  const text = header === undefined ? undefined : headers[header];
  const isBelieved = address !== undefined && proxies.length > 0 && comesFrom(proxies, address);
  if (!isBelieved || typeof text !== 'string' || text.length > LONGEST) return null;
  try {
    const certificate = decoded(text);
    return certificate === null ? null : new X509Certificate(certificate).raw;
  } catch {
    // Whatever is no certificate proves nothing: there is no more to say about it.
    return null;
  }
};

/** The form of RFC 9440 (`:base64:`), or PEM with percent signs as nginx and HAProxy write it; null: neither. */
const decoded = (text: string): Buffer | string | null => {
  const [, base64] = BYTES.exec(text) ?? [];
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  const pem = ESCAPED.test(text) ? decodeURIComponent(text) : '';
  return PEM.test(pem) ? pem : null;
};
