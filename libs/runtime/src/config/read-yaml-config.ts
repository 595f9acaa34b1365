import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import { EXIT, TeachingError } from '#libs/domain';
import { ConfigError, type ConfigViolation } from './config-error.js';
import { deepFreeze } from './deep-freeze.js';
import { schemaViolations } from './schema-violations.js';
import { sourceMap, type SourceMap } from './source-map.js';

/** What was read last, by file and schema: commands ask for the same policies many times, and parsing them is most of it. */
const readings = new Map<string, { readonly text: string; readonly data: unknown }>();

/**
 * Reads a YAML 1.2 file, checks it against a JSON Schema (2020-12, self-contained) and freezes it. T is what the schema
 * says; keep the two together. The file is read each time: whoever asks after a change gets what it says now.
 * @throws ConfigError (`config.invalid`) with every violation, or TeachingError `config.unreadable`; exit code 2.
 */
export function readYamlConfig<T>(file: string, schemaFile: string): T {
  const text = readText(file);
  const name = `${file}\0${schemaFile}`;
  const known = readings.get(name);
  if (known?.text === text) return known.data as T;
  const data = deepFreeze(parseConfig(file, text, schemaFile));
  readings.set(name, { text, data });
  return data as T;
}

function parseConfig(file: string, text: string, schemaFile: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const places = sourceMap(file, document, lines);
  const syntax = [...document.errors, ...document.warnings].map((error) => syntaxViolation(error, places));
  if (syntax.length > 0) throw new ConfigError(file, byLine(syntax));
  const data: unknown = plainData(document, file, places);
  const validate = validator(schemaFile);
  if (!validate(data)) throw new ConfigError(file, byLine(schemaViolations(validate.errors ?? [], places)));
  return data;
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'UTF-8';
    throw new TeachingError(
      'config.unreadable',
      { file, reason },
      { place: { file }, exitCode: EXIT.usage, cause: error },
    );
  }
}

/** Aliases are resolved here; a few bytes of them can ask for gigabytes, which the parser refuses. */
function plainData(document: Document.Parsed, file: string, places: SourceMap): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new ConfigError(file, [{ code: 'config.syntax', args: { detail: 'alias' }, path: '$', place: places.at(0) }]);
  }
}

function syntaxViolation({ code, pos }: YAMLError, places: SourceMap): ConfigViolation {
  const place = places.at(pos[0]);
  if (code === 'DUPLICATE_KEY') return { code: 'config.duplicate-key', args: {}, path: '$', place };
  if (code === 'TAB_AS_INDENT') return { code: 'config.tab', args: {}, path: '$', place };
  return { code: 'config.syntax', args: { detail: code.toLowerCase().replaceAll('_', ' ') }, path: '$', place };
}

const byLine = (violations: readonly ConfigViolation[]): readonly ConfigViolation[] =>
  violations.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);

const validators = new Map<string, ValidateFunction>();

/** Schemas are part of the product: a broken one is a programmer's mistake and throws a plain Error. */
function validator(schemaFile: string): ValidateFunction {
  const known = validators.get(schemaFile);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    discriminator: true,
    // A test holds the product's schemas against the meta-schema; compiling that would take each command longer than all else.
    validateSchema: false,
  });
  const compiled = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);
  validators.set(schemaFile, compiled);
  return compiled;
}
