import type { FastifyReply } from 'fastify';
import { PROBLEM_TYPE, problemOf } from './problem.js';

/** Answers with the problem that stands for the status. */
export function sendProblem(reply: FastifyReply, status: number): void {
  void reply
    .status(status)
    .header('Content-Type', PROBLEM_TYPE)
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify(problemOf(status)));
}
