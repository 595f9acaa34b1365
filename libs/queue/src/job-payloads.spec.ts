import fc from 'fast-check';
import { readLoadChunk, toBulkJob } from './job-payloads.js';

describe('readLoadChunk', () => {
  it('takes identifiers', () => {
    expect(readLoadChunk({ chunkId: '17', runId: 'run-1' })).toEqual({ chunkId: '17', runId: 'run-1' });
  });

  it.each([
    ['nothing', undefined],
    ['no run', { chunkId: '17' }],
    ['a number for a decimal', { chunkId: 17, runId: 'r' }],
    ['more than identifiers', { chunkId: '17', runId: 'r', name: 'Sylvie' }],
    ['a run that is no identifier', { chunkId: '17', runId: 'Sylvie Durand' }],
  ])('refuses %s for good, without a word of it', (_, data) => {
    expect(() => readLoadChunk(data)).toThrow(expect.objectContaining({ name: 'UnrecoverableError' }));
    expect(() => readLoadChunk(data)).toThrow(/^queue\.payload-malformed$/);
  });

  it('never throws anything else, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(() => readLoadChunk(data)).toThrow(/^queue\.payload-malformed$/);
      }),
    );
  });
});

describe('toBulkJob', () => {
  it('derives the id from chunk and attempt, without a colon', () => {
    const { opts } = toBulkJob({ chunkId: '17', runId: 'r', attempt: 2 });
    expect(opts).toMatchObject({ jobId: 'chunk-17-2', attempts: 1, removeOnComplete: true, removeOnFail: true });
  });

  it('sends what a worker reads', () => {
    const ids = fc.record({
      chunkId: fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String),
      runId: fc.uuid(),
      attempt: fc.nat(),
    });
    fc.assert(
      fc.property(ids, (chunk) => {
        const { data } = toBulkJob(chunk);
        expect(readLoadChunk(JSON.parse(JSON.stringify(data)))).toEqual({ chunkId: chunk.chunkId, runId: chunk.runId });
      }),
    );
  });
});
