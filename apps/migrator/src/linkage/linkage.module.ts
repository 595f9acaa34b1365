import { Module } from '@nestjs/common';
import { LinkQueue } from '#libs/queue';
import type { Logger, Settings } from '#libs/runtime';
import { AuditTrail, Database, Vault } from '#libs/store';
import { LOGGER, SETTINGS } from '../engine/tokens.js';
import { ImportsModule } from '../imports/imports.module.js';
import { JobFollower } from '../jobs/job-follower.js';
import { PatientTransactor } from '../jobs/patient-transactor.js';
import { OwnWorkers } from '../workers/own-workers.js';
import { LinkContexts } from './link-contexts.js';
import { LinkJobProcessor } from './link-job.processor.js';
import { LinkJobWorker } from './link-job.worker.js';
import { LinkService } from './link.service.js';
import { LinkRulebook } from '#libs/services';
import { QueueLinkRunner } from './queue-link-runner.js';

const rulebook = {
  provide: LinkRulebook,
  inject: [SETTINGS],
  useFactory: ({ configDir }: Settings) => new LinkRulebook(configDir),
};

const contexts = {
  provide: LinkContexts,
  inject: [LinkRulebook],
  useFactory: (rules: LinkRulebook) => new LinkContexts(rules),
};

const worker = {
  provide: LinkJobWorker,
  inject: [Database, LinkContexts, LOGGER, SETTINGS],
  useFactory: (database: Database, runs: LinkContexts, logger: Logger, { leaseSeconds }: Settings) =>
    new LinkJobWorker(database, runs, logger, leaseSeconds),
};

const runner = {
  provide: QueueLinkRunner,
  inject: [Database, LinkQueue, JobFollower, LinkJobProcessor, OwnWorkers],
  useFactory: (
    database: Database,
    queue: LinkQueue,
    follower: JobFollower,
    processor: LinkJobProcessor,
    workers: OwnWorkers,
  ) => new QueueLinkRunner(database, queue, follower, processor, workers),
};

const service = {
  provide: LinkService,
  inject: [Database, PatientTransactor, LinkRulebook, QueueLinkRunner, SETTINGS, AuditTrail, Vault],
  useFactory: (
    database: Database,
    patient: PatientTransactor,
    rules: LinkRulebook,
    jobs: QueueLinkRunner,
    { chunkRecords }: Settings,
    trail: AuditTrail,
    vault: Vault,
  ) => new LinkService(database, patient, rules, jobs, trail, vault, chunkRecords),
};

/** Identity linkage through the queue. Needs the modules of store and jobs beside it. */
@Module({
  imports: [ImportsModule],
  providers: [LinkJobProcessor, rulebook, contexts, worker, runner, service],
  exports: [LinkService, LinkJobProcessor],
})
export class LinkageModule {}
