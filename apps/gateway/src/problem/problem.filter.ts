import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isTransient, TeachingError } from '#libs/domain';
import type { Logger } from '#libs/runtime';
import { mistakeOf } from './mistakes.js';
import { statusOf } from './problem.js';
import { Refusal } from './refusal.js';
import { sendProblem } from './send-problem.js';

/** When to ask again while the database is away, in seconds. */
const AWAY_SECONDS = 5;
const AWAY = new Refusal(503, 'gateway.unavailable', { 'Retry-After': String(AWAY_SECONDS) });

/** Turns whatever a handler throws into a problem document; a fault of ours is logged, without its message. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const refusal = this.refusalOf(error, http.getRequest<FastifyRequest>().id);
    sendProblem(http.getResponse<FastifyReply>(), refusal);
  }

  private refusalOf(error: unknown, requestId: string): Refusal | number {
    if (error instanceof Refusal) return error;
    const mistake = error instanceof TeachingError ? mistakeOf(error) : null;
    if (mistake !== null) return mistake;
    if (isTransient(error)) {
      this.logger.warn({ err: error, requestId }, 'a request found the database away');
      return AWAY;
    }
    const status = statusOf(error);
    if (status >= 500) this.logger.error({ err: error, requestId }, 'a request met a fault of the program');
    return status;
  }
}
