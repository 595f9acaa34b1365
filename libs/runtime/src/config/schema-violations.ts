import type { ErrorObject } from 'ajv/dist/2020.js';
import type { ConfigViolation } from './config-error.js';
import { readablePath, type SourceMap } from './source-map.js';

type Finding = Pick<ConfigViolation, 'code' | 'args'> & { readonly key?: string };

/** Turns a validator's errors into violations with their places, one for each mistake. */
export function schemaViolations(errors: readonly ErrorObject[], places: SourceMap): readonly ConfigViolation[] {
  const seen = new Set<string>();
  return relevant(errors)
    .map((error) => violation(error, places))
    .filter(({ code, place, args }) => {
      const line = JSON.stringify([code, place.line, place.column, args]);
      return !seen.has(line) && seen.add(line);
    });
}

function violation(error: ErrorObject, places: SourceMap): ConfigViolation {
  const { code, args, key } = finding(error);
  const path = readablePath(error.instancePath);
  if (key === undefined) return { code, args, path, place: places.ofValue(error.instancePath) };
  return { code, args, path, place: places.ofKey(error.instancePath, key) };
}

function finding({ keyword, params, parentSchema }: ErrorObject): Finding {
  const given = params as Readonly<Record<string, unknown>>;
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return { code: 'config.missing-key', args: { key: String(given['missingProperty']) } };
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'propertyNames': {
      const key = String(given['additionalProperty'] ?? given['unevaluatedProperty'] ?? given['propertyName']);
      return { code: 'config.unknown-key', args: { key, known: knownKeys(parentSchema) }, key };
    }
    case 'type':
      return { code: 'config.type', args: { expected: list(given['type']) } };
    case 'enum':
    case 'const':
      return { code: 'config.value', args: { expected: list(given['allowedValues'] ?? given['allowedValue']) } };
    case 'pattern':
      return { code: 'config.pattern', args: { expected: String(given['pattern']) } };
    default:
      return {
        code: 'config.rule',
        args: { expected: `${keyword} ${list(given['limit'] ?? given['comparison'] ?? '')}`.trim() },
      };
  }
}

/**
 * Without the noise: `if` and `propertyNames` are reported with the errors that led to them, and every branch of an
 * `anyOf` complains. Of those, what lies deeper than the choice itself is what the author got nearly right; where nothing
 * does, the branches' wishes for the value itself remain (a text, or a list).
 */
function relevant(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  return errors.filter((error) => {
    if (['if', 'anyOf'].includes(error.keyword) || error.propertyName !== undefined) return false;
    // Too many branches fit: nothing else tells of that.
    if (error.keyword === 'oneOf') return (error.params as { passingSchemas: unknown }).passingSchemas !== null;
    const choice = choices.find(({ instancePath }) => instancePath === error.instancePath);
    return (
      choice === undefined || !errors.some(({ instancePath }) => instancePath.startsWith(`${choice.instancePath}/`))
    );
  });
}

const knownKeys = (schema: unknown): string =>
  Object.keys((schema as { properties?: object } | undefined)?.properties ?? {}).join(', ');

const list = (value: unknown): string => (Array.isArray(value) ? value : [value]).map(String).join(', ');
