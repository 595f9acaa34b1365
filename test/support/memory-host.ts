import { EventEmitter } from 'node:events';
import { Readable, Writable } from 'node:stream';

/** A stream that keeps what was written; a terminal when it is given columns. */
export class MemoryStream extends Writable {
  readonly isTTY: boolean;
  private readonly pieces: string[] = [];

  constructor(readonly columns?: number) {
    super({ decodeStrings: false });
    this.isTTY = columns !== undefined;
  }

  get text(): string {
    return this.pieces.join('');
  }

  override _write(piece: string | Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.pieces.push(String(piece));
    done();
  }
}

/** What the command line needs of a process, held in memory: streams to read back, a clock to set, exits to look at. */
export class MemoryHost {
  readonly stdin: Readable;
  readonly stdout: MemoryStream;
  readonly stderr: MemoryStream;
  readonly events = new EventEmitter();
  readonly exits: number[] = [];
  time = 0;

  constructor(
    readonly environment: Readonly<Record<string, string>> = {},
    terminal: { readonly columns?: number } = {},
    input = '',
  ) {
    this.stdin = Readable.from(input === '' ? [] : [Buffer.from(input, 'utf8')]);
    this.stdout = new MemoryStream(terminal.columns);
    this.stderr = new MemoryStream(terminal.columns);
  }

  now(): number {
    return this.time;
  }

  exit(code: number): void {
    this.exits.push(code);
  }
}
