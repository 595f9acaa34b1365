import type { FastifyReply } from 'fastify';
import type { KeptAnswer } from '#libs/store';

/** Answers with what was kept, byte for byte. */
export const sendAnswer = (reply: FastifyReply, { status, body, headers }: KeptAnswer): void => {
  void reply
    .status(status)
    .headers(headers)
    .header('Content-Type', 'application/json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .send(body);
};
