import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import { packageRoot } from './package-root.js';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment says, checked once at start. Paths are absolute. Nothing else reads the environment. */
export interface Settings {
  /** State of an embedded installation: database, keys, reports. Need not exist yet. */
  readonly home: string;
  /** The configuration folder; exists. */
  readonly configDir: string;
  /** An existing PostgreSQL; undefined: the embedded one in the home. Holds a password: never log it. */
  readonly databaseUrl: string | undefined;
  /** An existing Redis or Valkey for the queues; undefined: the queues live in PostgreSQL. Holds a password. */
  readonly redisUrl: string | undefined;
  readonly logLevel: LogLevel;
  /** A file with the installation's key, for several machines on one database. */
  readonly keyFile: string | undefined;
  /** A file with the key of separated persons' places, for several machines on one database. */
  readonly protectionKeyFile: string | undefined;
  /** Records in one chunk of an import, about. */
  readonly chunkRecords: number;
  /** How long a worker may hold a chunk without a sign of life, in seconds. */
  readonly leaseSeconds: number;
  /** Where traces go, by OpenTelemetry's protocol over HTTP; undefined: nowhere. */
  readonly otlpEndpoint: string | undefined;
  /** What the locale asks for; English unless it is French. */
  readonly language: 'fr' | 'en';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws TeachingError `settings.invalid` or `settings.config-missing`, exit code 2; never repeats a URL. */
export function loadSettings(env: Environment = process.env): Settings {
  return Object.freeze({
    home: resolve(value(env, 'PASSERELLE_HOME') ?? '.passerelle'),
    configDir: configDir(value(env, 'PASSERELLE_CONFIG')),
    databaseUrl: url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: url(env, 'REDIS_URL', ['redis:', 'rediss:']),
    logLevel: logLevel(value(env, 'PASSERELLE_LOG_LEVEL') ?? 'warn'),
    keyFile: absolute(value(env, 'PASSERELLE_KEY_FILE')),
    protectionKeyFile: absolute(value(env, 'PASSERELLE_PROTECTION_KEY_FILE')),
    chunkRecords: integer(env, 'PASSERELLE_CHUNK_RECORDS', 10_000, 100_000),
    leaseSeconds: integer(env, 'PASSERELLE_LEASE_SECONDS', 30, 3_600),
    otlpEndpoint: url(env, 'OTEL_EXPORTER_OTLP_ENDPOINT', ['http:', 'https:']),
    language: language(env),
  });
}

/** An empty variable counts as unset, as compose files and unit files leave them. */
const value = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

const absolute = (path: string | undefined): string | undefined => (path === undefined ? undefined : resolve(path));

function configDir(given: string | undefined): string {
  const folder = given === undefined ? join(packageRoot(), 'config') : resolve(given);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new TeachingError('settings.config-missing', { folder }, { exitCode: EXIT.usage });
}

function url(env: Environment, name: string, protocols: readonly string[]): string | undefined {
  const text = value(env, name);
  if (text === undefined) return undefined;
  const protocol = /^[a-z]+:(?=\/\/)/.exec(text)?.[0];
  if (protocol !== undefined && protocols.includes(protocol)) return text;
  throw invalid(name, protocols.map((each) => `${each}//…`).join(', '));
}

function integer(env: Environment, name: string, fallback: number, most: number): number {
  const text = value(env, name);
  if (text === undefined) return fallback;
  const number = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= most) return number;
  throw invalid(name, `1 … ${String(most)}`);
}

function logLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((each) => each === text);
  if (level !== undefined) return level;
  throw invalid('PASSERELLE_LOG_LEVEL', LOG_LEVELS.join(', '));
}

/** The order that POSIX gives: the first of these that is set wins, even when it asks for a language that we lack. */
function language(env: Environment): 'fr' | 'en' {
  const locale = value(env, 'LC_ALL') ?? value(env, 'LC_MESSAGES') ?? value(env, 'LANG') ?? '';
  return /^fr(?![a-z])/i.test(locale) ? 'fr' : 'en';
}

const invalid = (name: string, expected: string): TeachingError =>
  new TeachingError('settings.invalid', { name, expected }, { exitCode: EXIT.usage });
