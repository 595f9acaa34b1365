import type { AddressInfo } from 'node:net';
import { type DynamicModule, StandardSchemaValidationPipe, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from '#libs/runtime';
import { invalid } from '../problem/invalid.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { TooLate, within } from '../process/within.js';
import { type ApiShield, createAdapter } from './adapter.js';
import { type Binding, explainListening } from './listening-errors.js';

/** A module that answers on a port. */
export interface Listener {
  /** The real port, also where any free one was asked for. */
  readonly port: number;
  /** Takes no new connection, waits for the requests under way, and cuts those that take longer than `patienceMs`. */
  close(patienceMs: number): Promise<void>;
}

/** @throws TeachingError `gateway.port-in-use`, `gateway.port-denied` or `gateway.host-unknown`, exit code 2 */
export async function openListener(
  module: DynamicModule | Type<unknown>,
  binding: Binding,
  logger: Logger,
  shield?: ApiShield,
): Promise<Listener> {
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(shield), {
    logger: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(logger));
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: invalid }));
  try {
    await app.listen(binding.port, binding.host);
  } catch (error) {
    await app.close();
    throw explainListening(error, binding);
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { port, close: (patienceMs) => drain(app, patienceMs) };
}

async function drain(app: NestFastifyApplication, patienceMs: number): Promise<void> {
  const closed = app.close();
  try {
    await within(patienceMs, closed);
  } catch (error) {
    if (!(error instanceof TooLate)) throw error;
    app.getHttpServer().closeAllConnections();
    await closed;
  }
}
