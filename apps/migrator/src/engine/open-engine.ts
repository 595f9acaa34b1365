import 'reflect-metadata';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLogger, loadInstallationKey, type Logger, openDatabase, type Settings } from '#libs/runtime';
import { AuditTrail, Database, migrate, schemaIsCurrent, Vault } from '#libs/store';
import { ImportsModule } from '../imports/imports.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { WorkSignal } from '../jobs/work-signal.js';
import { LinkageModule } from '../linkage/linkage.module.js';
import { prepareStore } from '#libs/services';
import { RunsModule } from '../runs/runs.module.js';
import { type EngineParts, StoreModule } from './store.module.js';

/** A running engine: the parts by their class, and a way out. */
export interface Engine {
  readonly app: INestApplicationContext;
  readonly database: Database;
  readonly logger: Logger;
  get<T>(part: abstract new (...args: never[]) => T): T;
  close(): Promise<void>;
}

@Module({})
class EngineModule {
  static forRoot(parts: EngineParts, withQueue: boolean): DynamicModule {
    const { access, settings } = parts;
    const jobs = { url: access.url, redisUrl: settings.redisUrl };
    const queue = withQueue ? [JobsModule.forRoot(jobs), ImportsModule, LinkageModule] : [];
    return { module: EngineModule, imports: [StoreModule.forRoot(parts), RunsModule, ...queue] };
  }
}

/**
 * Opens database, schema and modules for a command. `queue`: with queue and workers (imports), or without (reads).
 * @throws TeachingError when settings, key, configuration or database do not allow it
 */
export const openEngine = async (
  settings: Settings,
  options: { readonly queue: boolean; readonly signal?: AbortSignal },
): Promise<Engine> => {
  const logger = createLogger(settings);
  const installation = loadInstallationKey(settings);
  const access = await openDatabase(settings, logger);
  try {
    const parts: EngineParts = { settings, access, key: installation.bytes, logger };
    const app = await NestFactory.createApplicationContext(EngineModule.forRoot(parts, options.queue), {
      logger: false,
      abortOnError: false,
    });
    const database = app.get(Database);
    if (!(await database.session(schemaIsCurrent))) await migrate(access.connection);
    const owner = { settings, installation, trail: app.get(AuditTrail), vault: app.get(Vault), logger };
    await prepareStore(database, owner);
    if (options.queue) stopWith(options.signal, app.get(WorkSignal));
    return {
      app,
      database,
      logger,
      get: (part) => app.get(part, { strict: false }),
      close: async () => {
        await app.close();
        await access.release();
      },
    };
  } catch (error) {
    await access.release();
    throw error;
  }
};

/** A signal that came while the engine was opening has no event left to give. */
const stopWith = (signal: AbortSignal | undefined, work: WorkSignal): void => {
  if (signal?.aborted === true) work.stop();
  else signal?.addEventListener('abort', () => work.stop(), { once: true });
};

/** Opens an engine for the length of `work`, and closes it however that ends. */
export const withEngine = async <T>(
  settings: Settings,
  options: { readonly queue: boolean; readonly signal?: AbortSignal },
  work: (engine: Engine) => Promise<T>,
): Promise<T> => {
  const engine = await openEngine(settings, options);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
};
