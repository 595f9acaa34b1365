import { type DynamicModule, Module } from '@nestjs/common';
import { ChunkQueue, QueueModule } from '#libs/queue';
import type { DatabaseAccess, Logger, Settings } from '#libs/runtime';
import { Database, type RowHasher } from '#libs/store';
import { DATABASE_ACCESS, INSTALLATION_KEY, LOGGER, ROW_HASHER, SETTINGS } from '../engine/tokens.js';
import { SourceCatalogue } from '../sources/source-catalogue.js';
import { OwnWorkers } from '../workers/own-workers.js';
import { ChunkWorker } from './chunk-worker.js';
import { ImportService } from './import.service.js';
import { LoadChunkProcessor } from './load-chunk.processor.js';
import { PatientTransactor } from './patient-transactor.js';
import { QueueChunkRunner } from './queue-chunk-runner.js';
import { RunContexts } from './run-contexts.js';
import { RunCoordinator } from './run-coordinator.js';
import { WorkSignal } from './work-signal.js';

const contexts = {
  provide: RunContexts,
  inject: [SourceCatalogue, INSTALLATION_KEY],
  useFactory: (catalogue: SourceCatalogue, key: Uint8Array) => new RunContexts(catalogue, key),
};

const chunkWorker = {
  provide: ChunkWorker,
  inject: [Database, RunContexts, ROW_HASHER, LOGGER, SETTINGS],
  useFactory: (database: Database, runs: RunContexts, hash: RowHasher, logger: Logger, settings: Settings) =>
    new ChunkWorker(database, runs, hash, logger, settings.leaseSeconds),
};

const steady = {
  provide: PatientTransactor,
  inject: [Database, DATABASE_ACCESS, WorkSignal, LOGGER],
  useFactory: (database: Database, access: DatabaseAccess, work: WorkSignal, logger: Logger) =>
    new PatientTransactor(database, access, work, logger),
};

const coordinator = {
  provide: RunCoordinator,
  inject: [Database, PatientTransactor, ChunkQueue, WorkSignal, LOGGER],
  useFactory: (database: Database, patient: PatientTransactor, queue: ChunkQueue, work: WorkSignal, logger: Logger) =>
    new RunCoordinator(database, patient, queue, work, logger),
};

const runner = {
  provide: QueueChunkRunner,
  inject: [Database, RunCoordinator, OwnWorkers],
  useFactory: (database: Database, runs: RunCoordinator, workers: OwnWorkers) =>
    new QueueChunkRunner(database, runs, workers),
};

const importService = {
  provide: ImportService,
  inject: [Database, PatientTransactor, SourceCatalogue, RunContexts, ROW_HASHER, QueueChunkRunner, SETTINGS],
  useFactory: (
    database: Database,
    patient: PatientTransactor,
    catalogue: SourceCatalogue,
    runs: RunContexts,
    hash: RowHasher,
    chunks: QueueChunkRunner,
    settings: Settings,
  ) => new ImportService(database, patient, catalogue, runs, hash, chunks, settings.chunkRecords),
};

/** Imports through the queue: coordinator, workers, settling. Needs the store module beside it. */
@Module({})
export class ImportsModule {
  static forRoot(queue: { readonly url: string; readonly redisUrl: string | undefined }): DynamicModule {
    const { url, redisUrl } = queue;
    return {
      module: ImportsModule,
      imports: [
        QueueModule.forRoot({
          postgres: { connectionString: url },
          ...(redisUrl === undefined ? {} : { redisUrl }),
        }),
      ],
      providers: [
        WorkSignal,
        LoadChunkProcessor,
        OwnWorkers,
        contexts,
        chunkWorker,
        steady,
        coordinator,
        runner,
        importService,
      ],
      exports: [ImportService, RunContexts, LoadChunkProcessor, WorkSignal],
    };
  }
}
