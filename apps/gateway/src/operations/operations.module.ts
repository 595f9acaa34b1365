import { type DynamicModule, Module } from '@nestjs/common';
import { GatewayMetrics } from './gateway-metrics.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { Readiness } from './readiness.js';

/** What runs the gateway asks on a port of its own, which is never shown to clients. */
@Module({})
export class OperationsModule {
  static forRoot(readiness: Readiness, metrics: GatewayMetrics): DynamicModule {
    return {
      module: OperationsModule,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: Readiness, useValue: readiness },
        { provide: GatewayMetrics, useValue: metrics },
      ],
    };
  }
}
