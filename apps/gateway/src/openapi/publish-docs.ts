import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { OpenApiDocument } from './build-document.js';

/**
 * For the one page that a browser shows: its own scripts and styles, no line of script within the page, nothing from elsewhere.
 * Swagger UI draws its arrows from `data:` addresses.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Passerelle: interface</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css">
    <script src="/docs/swagger-ui-bundle.js" defer></script>
    <script src="/docs/start.js" defer></script>
  </head>
  <body>
    <div id="interface"></div>
    <noscript>This page needs scripts. The document itself is at <a href="/openapi.json">/openapi.json</a>.</noscript>
  </body>
</html>
`;
/** The validator is somebody else's server; tokens are not kept in the browser. */
const START = `window.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#interface',
  validatorUrl: null,
  persistAuthorization: false,
  supportedSubmitMethods: ['get', 'post', 'put', 'patch', 'delete'],
});
`;

/** Files of the package that the page needs, with their types. */
const FILES = { 'swagger-ui-bundle.js': 'text/javascript', 'swagger-ui.css': 'text/css' } as const;

/**
 * Answers `/openapi.json` and `/docs` without a token: they say how to ask, and nothing of anybody.
 * @param instance before its routes are made
 */
export const publishDocs = (instance: FastifyInstance, document: OpenApiDocument): void => {
  const json = JSON.stringify(document);
  const add = (path: string, type: string, read: () => string | Promise<Buffer>): void => {
    instance.get(path, async (_request, reply) => {
      const body = await read();
      return reply
        .header('Content-Type', `${type}; charset=utf-8`)
        .header('Content-Security-Policy', POLICY)
        .header('Cache-Control', 'no-cache')
        .header('X-Content-Type-Options', 'nosniff')
        .send(body);
    });
  };
  add('/openapi.json', 'application/json', () => json);
  add('/docs', 'text/html', () => PAGE);
  add('/docs/', 'text/html', () => PAGE);
  add('/docs/start.js', 'text/javascript', () => START);
  for (const [name, type] of Object.entries(FILES)) add(`/docs/${name}`, type, () => readPart(name));
};

/** Read once, when somebody first opens the page. */
const read = new Map<string, Promise<Buffer>>();
const readPart = (name: string): Promise<Buffer> => {
  const known = read.get(name);
  if (known !== undefined) return known;
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const part = readFile(join(folder, name));
  read.set(name, part);
  return part;
};
