import { Module } from '@nestjs/common';
import { ChunkQueue } from '#libs/queue';
import type { Logger, Settings } from '#libs/runtime';
import { AuditTrail, Database, type RowHasher, Vault } from '#libs/store';
import { INSTALLATION_KEY, LOGGER, ROW_HASHER, SETTINGS } from '../engine/tokens.js';
import { JobFollower } from '../jobs/job-follower.js';
import { PatientTransactor } from '../jobs/patient-transactor.js';
import { SourceCatalogue } from '#libs/services';
import { OwnWorkers } from '../workers/own-workers.js';
import { ChunkWorker } from './chunk-worker.js';
import { ImportService } from './import.service.js';
import { LoadChunkProcessor } from './load-chunk.processor.js';
import { QueueChunkRunner } from './queue-chunk-runner.js';
import { RunContexts } from './run-contexts.js';
import { RunCoordinator } from './run-coordinator.js';

const contexts = {
  provide: RunContexts,
  inject: [SourceCatalogue, INSTALLATION_KEY, Vault],
  useFactory: (catalogue: SourceCatalogue, key: Uint8Array, vault: Vault) => new RunContexts(catalogue, key, vault),
};

const chunkWorker = {
  provide: ChunkWorker,
  inject: [Database, RunContexts, ROW_HASHER, LOGGER, SETTINGS],
  useFactory: (database: Database, runs: RunContexts, hash: RowHasher, logger: Logger, settings: Settings) =>
    new ChunkWorker(database, runs, hash, logger, settings.leaseSeconds),
};

const coordinator = {
  provide: RunCoordinator,
  inject: [Database, PatientTransactor, ChunkQueue, JobFollower],
  useFactory: (database: Database, patient: PatientTransactor, queue: ChunkQueue, follower: JobFollower) =>
    new RunCoordinator(database, patient, queue, follower),
};

const runner = {
  provide: QueueChunkRunner,
  inject: [Database, RunCoordinator, OwnWorkers],
  useFactory: (database: Database, runs: RunCoordinator, workers: OwnWorkers) =>
    new QueueChunkRunner(database, runs, workers),
};

const importService = {
  provide: ImportService,
  inject: [
    Database,
    PatientTransactor,
    SourceCatalogue,
    RunContexts,
    ROW_HASHER,
    QueueChunkRunner,
    SETTINGS,
    AuditTrail,
  ],
  useFactory: (
    database: Database,
    patient: PatientTransactor,
    catalogue: SourceCatalogue,
    runs: RunContexts,
    hash: RowHasher,
    chunks: QueueChunkRunner,
    settings: Settings,
    trail: AuditTrail,
  ) => new ImportService(database, patient, catalogue, runs, hash, chunks, settings.chunkRecords, trail),
};

/** Imports through the queue: coordinator, workers, settling. Needs the modules of store and jobs beside it. */
@Module({
  providers: [LoadChunkProcessor, OwnWorkers, contexts, chunkWorker, coordinator, runner, importService],
  exports: [ImportService, RunContexts, LoadChunkProcessor, OwnWorkers],
})
export class ImportsModule {}
