import { type DynamicModule, Module } from '@nestjs/common';
import { QueueModule } from '#libs/queue';
import type { DatabaseAccess, Logger } from '#libs/runtime';
import { Database } from '#libs/store';
import { DATABASE_ACCESS, LOGGER } from '../engine/tokens.js';
import { JobFollower } from './job-follower.js';
import { PatientTransactor } from './patient-transactor.js';
import { WorkSignal } from './work-signal.js';

const steady = {
  provide: PatientTransactor,
  inject: [Database, DATABASE_ACCESS, WorkSignal, LOGGER],
  useFactory: (database: Database, access: DatabaseAccess, work: WorkSignal, logger: Logger) =>
    new PatientTransactor(database, access, work, logger),
};

const follower = {
  provide: JobFollower,
  inject: [Database, PatientTransactor, WorkSignal, LOGGER],
  useFactory: (database: Database, patient: PatientTransactor, work: WorkSignal, logger: Logger) =>
    new JobFollower(database, patient, work, logger),
};

/** What all work through the queues shares: the queues, the signal to stop, patience with outages. */
@Module({})
export class JobsModule {
  static forRoot(queue: { readonly url: string; readonly redisUrl: string | undefined }): DynamicModule {
    const { url, redisUrl } = queue;
    return {
      module: JobsModule,
      global: true,
      imports: [
        QueueModule.forRoot({
          postgres: { connectionString: url },
          ...(redisUrl === undefined ? {} : { redisUrl }),
        }),
      ],
      providers: [WorkSignal, steady, follower],
      exports: [WorkSignal, steady, follower],
    };
  }
}
