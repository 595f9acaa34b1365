import { Writable } from 'node:stream';
import { terminalColumns, type TextStream } from '../host.js';

const SAVE_CURSOR = '\u001b7';
const RESTORE_CURSOR = '\u001b8';

/**
 * A terminal as the drawing library may have it. The library remembers where a bar began and goes back there at its end,
 * which would wipe out any line that was printed in between; the bar's end belongs where the bar is.
 */
export class BarStream extends Writable {
  readonly isTTY = true;

  constructor(private readonly terminal: TextStream) {
    super({ decodeStrings: false });
  }

  get columns(): number {
    return terminalColumns(this.terminal);
  }

  override _write(piece: string, _encoding: BufferEncoding, done: () => void): void {
    if (piece !== SAVE_CURSOR && piece !== RESTORE_CURSOR) this.terminal.write(piece);
    done();
  }
}
