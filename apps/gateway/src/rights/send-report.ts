import type { FastifyReply, FastifyRequest } from 'fastify';
import { reportHtml, type SubjectReport } from '#libs/services';
import { wants } from '../http/negotiation.js';

/** The page has its own style and fetches nothing. */
const PAGE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'`;

/** Answers with a report as JSON, or as the page for its person where that is asked for. */
export const sendReport = (request: FastifyRequest, reply: FastifyReply, report: SubjectReport): void => {
  const asPage = wants(request, 'text/html');
  void reply.header('Cache-Control', 'no-store').header('Vary', 'Accept, Accept-Language');
  if (asPage) {
    void reply
      .header('Content-Security-Policy', PAGE_POLICY)
      .header('Content-Type', 'text/html; charset=utf-8')
      .send(reportHtml(report));
  } else void reply.header('Content-Type', 'application/json; charset=utf-8').send(JSON.stringify(report));
};
