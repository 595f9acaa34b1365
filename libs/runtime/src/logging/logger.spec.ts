import fc from 'fast-check';
import { TeachingError } from '#libs/domain';
import { createLogger, type Logger } from './logger.js';

const lines: string[] = [];
const logger: Logger = createLogger({ logLevel: 'trace' }, { write: (line: string) => void lines.push(line) });
const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;

/** As values of persons look: several words, accents, quotes, line ends, dates. */
const secret = fc
  .tuple(
    fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
    fc.constantFrom(' né ', '\n    at ', ' (', '"', "' "),
  )
  .map(([text, joint]) => `Zoé${joint}${text} 1948-02-30`);
const anyKey = fc.oneof(
  fc.constantFrom(
    'table',
    'site',
    'run',
    'code',
    'reason',
    'err',
    'error',
    'counts',
    'reasons',
    'durationMs',
    'message',
    'msg',
    'level',
    'time',
  ),
  fc.string(),
);

/** An error that holds the value wherever drivers put values. */
function hostileError(value: string, cause?: unknown): Error {
  const error = new Error(`invalid input syntax for type date: "${value}"`, { cause });
  const more = {
    detail: `Key (id)=(${value})`,
    where: value,
    hint: value,
    query: value,
    parameters: [value],
    [value]: value,
  };
  return Object.assign(error, more, {
    severity: 'ERROR',
    code: '22007',
    table: 'person',
    constraint: value,
    routine: 'DateTimeParseError',
  });
}

const leaks = (value: string): boolean =>
  lines.some((line) => line.includes('Zoé') || line.includes(JSON.stringify(value).slice(1, -1)));

describe('the logger', () => {
  beforeEach(() => {
    lines.length = 0;
  });

  it('never writes a value, whatever key, error, cause or depth it is planted in', () => {
    fc.assert(
      fc.property(secret, anyKey, anyKey, (value, key, other) => {
        const nested = {
          [key]: value,
          [value]: 1,
          list: [value],
          [other]: { [key]: value, [value]: 2, deep: { [other]: value } },
        };
        logger.info(nested, 'planted');
        logger.error({ err: hostileError(value, hostileError(value, value)), [key]: hostileError(value) }, 'planted');
        logger.error(hostileError(value) as unknown as Record<string, unknown>, 'planted');
        logger.error({ err: new AggregateError([hostileError(value), value], value) }, 'planted');
        logger.child(nested).warn({ err: new TeachingError(value, { [key]: value }) }, 'planted');
        logger.error(
          {
            err: Object.assign(new Error('changed'), { message: value, name: value, stack: `${value}\n at ${value}` }),
          },
          'planted',
        );
        return !leaks(value);
      }),
      { numRuns: 500 },
    );
  });

  it('writes what is allowed, and counts what it dropped', () => {
    logger.info(
      { table: 'USAGERS', chunk: 3, durationMs: 12.5, reasons: { 'date.invalid': 2, Zoé: 1 }, name: 'x', nom: 'y' },
      'loaded',
    );
    expect(last()).toMatchObject({
      level: 'info',
      msg: 'loaded',
      table: 'USAGERS',
      chunk: 3,
      durationMs: 12.5,
      scrubbed: 2,
    });
    expect(last()['reasons']).toEqual({ 'date.invalid': 2 });
  });

  it('describes a database error by its state, table and routine', () => {
    logger.error({ err: hostileError('Zoé') }, 'failed');
    expect(last()['err']).toMatchObject({
      name: 'Error',
      sqlstate: '22007',
      table: 'person',
      routine: 'DateTimeParseError',
    });
  });

  it('describes our own errors by their code, the system’s by theirs', () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    logger.error({ err: new TeachingError('database.unreachable', {}, { cause }) }, 'failed');
    expect(last()['err']).toMatchObject({
      name: 'TeachingError',
      code: 'database.unreachable',
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it('says where an error was thrown', () => {
    logger.error({ err: new Error('two\n    at lines (/Dupont.js:1:2)') }, 'failed');
    const { at } = last()['err'] as { at: readonly string[] };
    expect(at[0]).toMatch(/^logger\.spec\.ts:\d+:\d+$/);
    expect(leaks('Dupont')).toBe(false);
  });

  it('does not compose messages with arguments', () => {
    (logger.info as (...args: readonly unknown[]) => void)('for %s', 'Zoé');
    expect(last()['msg']).toBe('for %s');
  });

  it('keeps quiet below its level', () => {
    createLogger({ logLevel: 'warn' }, { write: (line: string) => void lines.push(line) }).info('quiet');
    expect(lines).toEqual([]);
  });
});
