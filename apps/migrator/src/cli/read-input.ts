import { addAbortSignal, Readable } from 'node:stream';
import { EXIT, TeachingError } from '#libs/domain';

/** What a person gives at once is far shorter; whoever pipes a whole file here has taken the wrong command. */
const LONGEST = 64 * 1024;

/**
 * All of standard input as text. Values of persons come this way and never among the words of a command, which every process
 * of the machine can read.
 * @throws TeachingError `program.input` (exit code 2) where it is not UTF-8, or longer than 64 KiB
 */
export const readInput = async (stream: NodeJS.ReadableStream, signal: AbortSignal): Promise<string> => {
  const input = stream instanceof Readable ? addAbortSignal(signal, stream) : stream;
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of input as AsyncIterable<string | Buffer>) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    length += bytes.length;
    if (length > LONGEST) throw refused('long');
    pieces.push(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    // The decoder's error says no more than the code does.
    throw refused('utf-8');
  }
};

const refused = (reason: 'long' | 'utf-8'): TeachingError =>
  new TeachingError('program.input', { reason }, { exitCode: EXIT.usage });
