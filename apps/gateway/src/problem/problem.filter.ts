import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Logger } from '#libs/runtime';
import { statusOf } from './problem.js';
import { sendProblem } from './send-problem.js';

/** Turns whatever a handler throws into a problem document; a fault of ours is logged, without its message. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const status = statusOf(error);
    if (status >= 500) this.logger.error({ err: error }, 'a request met a fault of the program');
    sendProblem(host.switchToHttp().getResponse<FastifyReply>(), status);
  }
}
