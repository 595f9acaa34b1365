import { type DynamicModule, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';

/** What runs the gateway asks on a port of its own, which is never shown to clients. */
@Module({})
export class OperationsModule {
  static forRoot(readiness: Readiness): DynamicModule {
    return {
      module: OperationsModule,
      controllers: [HealthController],
      providers: [{ provide: Readiness, useValue: readiness }],
    };
  }
}
