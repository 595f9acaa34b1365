import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TeachingError } from '#libs/domain';
import { packageRoot } from './package-root.js';
import { loadSettings } from './settings.js';

const failure = (env: Record<string, string>): TeachingError => {
  try {
    loadSettings(env);
  } catch (error) {
    if (error instanceof TeachingError) return error;
    throw error;
  }
  throw new Error('accepted');
};

describe('settings', () => {
  it('have defaults for everything, and are frozen', () => {
    const settings = loadSettings({});
    expect(settings).toEqual({
      home: resolve('.passerelle'),
      configDir: join(packageRoot(), 'config'),
      databaseUrl: undefined,
      redisUrl: undefined,
      logLevel: 'warn',
      keyFile: undefined,
      protectionKeyFile: undefined,
      chunkRecords: 10_000,
      leaseSeconds: 30,
      otlpEndpoint: undefined,
      language: 'en',
    });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it('take an empty variable for unset', () => {
    expect(loadSettings({ DATABASE_URL: '', PASSERELLE_HOME: ' ', PASSERELLE_LOG_LEVEL: '' })).toEqual(
      loadSettings({}),
    );
  });

  it('make paths absolute', () => {
    const folder = mkdtempSync(join(tmpdir(), 'settings-'));
    const settings = loadSettings({ PASSERELLE_HOME: 'a/b', PASSERELLE_CONFIG: folder, PASSERELLE_KEY_FILE: 'k' });
    expect(settings).toMatchObject({ home: resolve('a/b'), configDir: folder, keyFile: resolve('k') });
    rmSync(folder, { recursive: true });
  });

  it.each([
    [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
    [{ LANG: 'fr_FR.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'fr_CA' }, 'fr'],
    [{ LANG: 'fr_FR', LC_ALL: 'C.UTF-8' }, 'en'],
    [{ LANG: 'fr' }, 'fr'],
    [{ LANG: 'frp_FR' }, 'en'],
  ])('find the language of %j: %s', (env, language) => {
    expect(loadSettings(env).language).toBe(language);
  });

  it.each([
    [{ DATABASE_URL: 'mysql://u:secret@h/d' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'secret' }, 'DATABASE_URL'],
    [{ REDIS_URL: 'http://:secret@h' }, 'REDIS_URL'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'grpc://secret' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    [{ PASSERELLE_LOG_LEVEL: 'secret' }, 'PASSERELLE_LOG_LEVEL'],
    [{ PASSERELLE_CHUNK_RECORDS: '0' }, 'PASSERELLE_CHUNK_RECORDS'],
    [{ PASSERELLE_LEASE_SECONDS: '3601' }, 'PASSERELLE_LEASE_SECONDS'],
    [{ PASSERELLE_LEASE_SECONDS: '1e3' }, 'PASSERELLE_LEASE_SECONDS'],
  ])('refuse %j without repeating it', (env, name) => {
    const error = failure(env);
    expect(error).toMatchObject({ code: 'settings.invalid', exitCode: 2, args: { name } });
    expect(JSON.stringify([error.message, error.args])).not.toContain('secret');
  });

  it('refuse a configuration folder that is not there', () => {
    expect(failure({ PASSERELLE_CONFIG: '/nowhere' })).toMatchObject({ code: 'settings.config-missing', exitCode: 2 });
  });
});
