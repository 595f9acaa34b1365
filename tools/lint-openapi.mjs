/** Lints the OpenAPI document with Spectral and its OWASP rules; prints one line a finding, as JSON, and fails on errors. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ruleset } from '../config/spectral/ruleset.mjs';

// CommonJS, whose names Node does not find by itself.
const require = createRequire(import.meta.url);
const { Document, Spectral } = require('@stoplight/spectral-core');
const { Json } = require('@stoplight/spectral-parsers');

const DOCUMENT = join(import.meta.dirname, '../docs/generated/openapi.json');
const spectral = new Spectral();
spectral.setRuleset(ruleset);
const findings = await spectral.run(new Document(await readFile(DOCUMENT, 'utf8'), Json, DOCUMENT));
for (const { code, severity, path, message } of findings) {
  console.log(JSON.stringify({ code, severity, path: path.join('.'), message }));
}
process.exit(findings.some(({ severity }) => severity === 0) ? 1 : 0);
