import { EventEmitter, once } from 'node:events';
import { settleWithin } from './settle-within.js';

describe('settleWithin', () => {
  const unexpected = (error: unknown): void => {
    throw error;
  };

  it('says done when the work ends in time', async () => {
    expect(await settleWithin(Promise.resolve(), 1_000, unexpected)).toBe('done');
  });

  it('says late when it does not, without waiting on', async () => {
    expect(await settleWithin(new Promise(() => undefined), 1, unexpected)).toBe('late');
  });

  it('hands a failure over, in time or late', async () => {
    const failures: unknown[] = [];
    const keep = (error: unknown): number => failures.push(error);
    expect(await settleWithin(Promise.reject(new Error('early')), 1_000, keep)).toBe('done');
    const gate = new EventEmitter();
    const work = once(gate, 'open');
    expect(await settleWithin(work, 1, keep)).toBe('late');
    gate.emit('error', new Error('late'));
    await work.catch(() => undefined);
    expect(failures).toEqual([new Error('early'), new Error('late')]);
  });
});
