import { PassThrough, Writable } from 'node:stream';
import { MemoryStream } from '../../../../../test/support/memory-host.js';
import { NobodyReads, Outlet } from './outlet.js';
import { Output } from './output.js';

function open({ json = false, stream = new MemoryStream() }: { json?: boolean; stream?: Writable } = {}) {
  const notes = new MemoryStream();
  return { notes, stream, out: new Output(new Outlet(stream), new Outlet(notes), json, 'en') };
}
/** A stream that fails as a closed pipe or a full disk does: in its own time, with a code. */
const failing = (code: string) =>
  new Writable({
    write: (_piece, _encoding, done) => setImmediate(() => done(Object.assign(new Error('refused'), { code }))),
  });

test('text for people is left out with --json, notes are not', async () => {
  const stream = new MemoryStream();
  const { out, notes } = open({ json: true, stream });
  out.line('for people');
  out.table([{ title: 'A' }], []);
  out.note('for people, elsewhere');
  out.json({ status: 'done' });
  await out.finish();
  expect(stream.text).toBe('{"status":"done"}\n');
  expect(notes.text).toBe('for people, elsewhere\n');
});

test('a second JSON document is a fault of the command', () => {
  const { out } = open();
  out.json(1);
  expect(() => out.json(2)).toThrow('one JSON document');
});

test('a record of a slow source does not wait for a full block', async () => {
  const stream = new MemoryStream();
  const { out } = open({ stream });
  await out.ndjson({ record: 1 });
  await new Promise(setImmediate);
  expect(stream.text).toBe('{"record":1}\n');
  expect(out.hasWrittenDocument).toBe(true);
});

test('many records arrive whole, in their order', async () => {
  const stream = new MemoryStream();
  const { out } = open({ stream });
  for (let record = 0; record < 20_000; record++) await out.ndjson({ record });
  await out.finish();
  const records = stream.text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { record: number }).record);
  expect(records).toEqual(Array.from({ length: 20_000 }, (_, record) => record));
});

test('a slow reader holds the command back', async () => {
  const stream = new PassThrough({ highWaterMark: 16 });
  const { out } = open({ stream });
  const value = 'x'.repeat(70_000);
  let written = false;
  const writing = out.ndjson({ value }).then(() => (written = true));
  await new Promise(setImmediate);
  expect(written).toBe(false);
  stream.resume();
  await writing;
  expect(written).toBe(true);
});

test('a reader that left ends a stream of records, and silences everything else', async () => {
  const { out } = open({ stream: failing('EPIPE') });
  const endless = async () => {
    for (;;) await out.ndjson({ value: 'x'.repeat(70_000) });
  };
  await expect(endless()).rejects.toBeInstanceOf(NobodyReads);
  out.line('nobody reads this');
  await expect(out.finish()).rejects.toBeInstanceOf(NobodyReads);
});

test('a full disk is a failure, found at the end even for one line', async () => {
  const { out } = open({ stream: failing('ENOSPC') });
  out.line('lost');
  await expect(out.finish()).rejects.toMatchObject({ code: 'program.output', args: { cause: 'ENOSPC' } });
});
