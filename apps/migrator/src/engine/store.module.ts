import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { DatabaseAccess, Logger, Settings } from '#libs/runtime';
import { AuditTrail, createRowHasher, Database, Vault } from '#libs/store';
import { AuditLifecycle } from '../audit/audit-lifecycle.js';
import { openAuditTrail } from '#libs/services';
import { openVault } from '#libs/services';
import { SourceCatalogue } from '#libs/services';
import { DATABASE_ACCESS, INSTALLATION_KEY, LOGGER, ROW_HASHER, SETTINGS } from './tokens.js';

/** What a command opened before the modules begin. */
export interface EngineParts {
  readonly settings: Settings;
  readonly access: DatabaseAccess;
  readonly key: Uint8Array;
  readonly logger: Logger;
}

class DatabaseLifecycle implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** The store and the configuration: what every command needs. */
@Module({})
export class StoreModule {
  static forRoot({ settings, access, key, logger }: EngineParts): DynamicModule {
    const values = [
      { provide: SETTINGS, useValue: settings },
      { provide: DATABASE_ACCESS, useValue: access },
      { provide: INSTALLATION_KEY, useValue: key },
      { provide: LOGGER, useValue: logger },
      { provide: ROW_HASHER, useFactory: createRowHasher },
      { provide: Vault, useFactory: () => openVault(settings) },
      { provide: SourceCatalogue, useFactory: () => new SourceCatalogue(settings.configDir) },
      {
        provide: Database,
        useFactory: () =>
          new Database(access.connection, {
            onLost: (error) => logger.warn({ err: error }, 'a connection to the database was lost'),
          }),
      },
      {
        provide: AuditTrail,
        inject: [Database],
        useFactory: (database: Database) => openAuditTrail(database, settings, key),
      },
    ];
    return {
      module: StoreModule,
      global: true,
      providers: [
        ...values,
        {
          provide: DatabaseLifecycle,
          inject: [Database],
          useFactory: (database: Database) => new DatabaseLifecycle(database),
        },
        {
          provide: AuditLifecycle,
          inject: [AuditTrail],
          useFactory: (trail: AuditTrail) => new AuditLifecycle(trail, logger),
        },
      ],
      exports: values.map(({ provide }) => provide),
    };
  }
}
