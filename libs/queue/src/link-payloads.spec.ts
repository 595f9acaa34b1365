import { readLinkJob, toLinkBulkJob } from './link-payloads.js';

test('takes identifiers, and refuses everything else without a word of it', () => {
  expect(readLinkJob({ runId: '3', no: '17' })).toEqual({ runId: '3', no: '17' });
  for (const data of [undefined, { runId: '3' }, { runId: 3, no: 17 }, { runId: '3', no: '17', name: 'Sylvie' }]) {
    expect(() => readLinkJob(data)).toThrow(/^queue\.payload-malformed$/);
  }
});

test('the id is derived from run, job and attempt, without a colon', () => {
  const { data, opts } = toLinkBulkJob({ runId: '3', no: '17', attempt: 2 });
  expect(opts).toMatchObject({ jobId: 'link-3-17-2', attempts: 1, removeOnComplete: true, removeOnFail: true });
  expect(readLinkJob(JSON.parse(JSON.stringify(data)))).toEqual({ runId: '3', no: '17' });
});
