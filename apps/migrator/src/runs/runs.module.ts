import { Module } from '@nestjs/common';
import { RunsService } from './runs.service.js';

/** What has been imported, and taking it back. */
@Module({ providers: [RunsService], exports: [RunsService] })
export class RunsModule {}
