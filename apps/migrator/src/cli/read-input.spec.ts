import { Readable } from 'node:stream';
import { readInput } from './read-input.js';

const { signal } = new AbortController();
const of = (...pieces: readonly (string | Uint8Array)[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)));

test('all that comes is one text, also where a character is cut by two pieces', async () => {
  const bytes = Buffer.from('né en 1980\n', 'utf8');
  expect(await readInput(of(bytes.subarray(0, 2), bytes.subarray(2)), signal)).toBe('né en 1980\n');
  expect(await readInput(of(), signal)).toBe('');
});

test.each([
  ['no UTF-8', Buffer.from([0x6e, 0xe9]), 'utf-8'],
  ['a file of records', Buffer.alloc(70_000, 'x'), 'long'],
])('%s is refused, and nothing of it is repeated', async (_story, bytes, reason) => {
  await expect(readInput(of(bytes), signal)).rejects.toMatchObject({
    code: 'program.input',
    args: { reason },
    exitCode: 2,
  });
});

test('a command that is stopped waits for nobody who types', async () => {
  const stop = new AbortController();
  const typed = readInput(new Readable({ read: () => undefined }), stop.signal);
  stop.abort();
  await expect(typed).rejects.toMatchObject({ name: 'AbortError' });
});
