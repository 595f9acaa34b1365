import type { FastifyReply } from 'fastify';
import { PROBLEM_TYPE, problemOf } from './problem.js';
import { Refusal } from './refusal.js';

/** A reply that says which problem it tells, for whoever counts them. */
export interface ProblemHolder {
  problemCode?: string | null;
}

/** Answers with a refusal, or with the problem that stands for a status. */
export function sendProblem(reply: FastifyReply, told: Refusal | number): void {
  const { status, code, headers, more } = typeof told === 'number' ? new Refusal(told, '') : told;
  const problem = code === '' ? problemOf(status) : problemOf(status, code, more);
  (reply as ProblemHolder).problemCode = problem.code;
  void reply
    .status(status)
    .headers(headers)
    .header('Content-Type', PROBLEM_TYPE)
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify(problem));
}
