import { isTransient } from './transient-error.js';

const withCode = (code: string, extra: object = {}): Error => Object.assign(new Error('x'), { code, ...extra });

describe('isTransient', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'])('knows the socket error %s', (code) => {
    expect(isTransient(withCode(code))).toBe(true);
  });

  it.each(['08006', '08P01', '53100', '53300', '57P01', '57P02', '57P03', '40001', '40P01', '58030'])(
    'knows the SQLSTATE %s',
    (code) => {
      expect(isTransient(withCode(code))).toBe(true);
    },
  );

  it.each(['23505', '42P01', '42883', '57014', '22P02', '25001', '58P01'])('leaves the SQLSTATE %s alone', (code) => {
    expect(isTransient(withCode(code))).toBe(false);
  });

  it('tells the socket of a stopped server from a missing file', () => {
    expect(isTransient(withCode('ENOENT', { syscall: 'connect' }))).toBe(true);
    expect(isTransient(withCode('ENOENT', { syscall: 'open' }))).toBe(false);
  });

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Connection is closed.',
    "Stream isn't writeable and enableOfflineQueue options is false",
    'LOADING Redis is loading the dataset in memory',
  ])('knows drivers that only say it in words: %s', (message) => {
    expect(isTransient(new Error(message))).toBe(true);
  });

  it('looks through causes, TypeORM and aggregated errors', () => {
    expect(isTransient(new Error('x', { cause: withCode('57P01') }))).toBe(true);
    expect(isTransient(Object.assign(new Error('x'), { driverError: withCode('08006') }))).toBe(true);
    expect(isTransient(new AggregateError([withCode('ECONNREFUSED')], 'all refused'))).toBe(true);
  });

  it('survives what is no error, and an error that is its own cause', () => {
    const loop: Error & { cause?: unknown } = new Error('x');
    loop.cause = loop;
    for (const value of [undefined, null, 'ECONNREFUSED', 7, {}, loop]) expect(isTransient(value)).toBe(false);
  });
});
