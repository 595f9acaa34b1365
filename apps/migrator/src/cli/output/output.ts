import type { Language } from '#libs/messages';
import type { Outlet } from './outlet.js';
import { tableLines, type Cell, type Column } from './table.js';

/** NDJSON is written in blocks of about this many characters: a write for each record would be half the time. */
const BLOCK = 64 * 1024;

/**
 * What a command says. Results go to stdout, as text for people or as JSON for programs; notes go to stderr. With
 * `--json` the text is left out, so that stdout holds JSON and nothing else.
 */
export class Output {
  private pending = '';
  private flushing = false;
  private documents = 0;

  constructor(
    private readonly results: Outlet,
    private readonly notes: Outlet,
    readonly isJson: boolean,
    private readonly lang: Language,
  ) {}

  /** One line of text for people. */
  line(text = ''): void {
    if (!this.isJson) this.results.put(`${text}\n`);
  }

  /** A table for people: titles, a rule, rows. */
  table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
    this.line(tableLines(columns, rows, this.lang).join('\n'));
  }

  /** The one JSON document of a command. */
  json(value: unknown): void {
    if (this.documents > 0) throw new Error('a command writes one JSON document');
    this.documents += 1;
    this.results.put(`${JSON.stringify(value)}\n`);
  }

  /** One JSON document a line. Wait for it: it holds the command back while the reader is slow, and throws when it left. */
  async ndjson(value: unknown): Promise<void> {
    this.documents += 1;
    this.pending += `${JSON.stringify(value)}\n`;
    if (this.pending.length >= BLOCK) return this.flush();
    if (!this.flushing) this.flushSoon();
  }

  /** A line on stderr, for people, also with `--json`. */
  note(text: string): void {
    // On a terminal the bar may stand on this line; it draws itself again below.
    const clear = this.notes.stream.isTTY === true ? '\r\u001b[K' : '';
    this.notes.put(`${clear}${text}\n`);
  }

  /** Whether any JSON was written, so that an error cannot become a second document. */
  get hasWrittenDocument(): boolean {
    return this.documents > 0;
  }

  /** Waits until everything has left the process; throws `NobodyReads` or `program.output` when it could not. */
  async finish(): Promise<void> {
    await this.flush();
    await this.results.settle();
  }

  private async flush(): Promise<void> {
    const text = this.pending;
    this.pending = '';
    await this.results.write(text);
  }

  /** A slow source must not keep its records back until a block is full. */
  private flushSoon(): void {
    this.flushing = true;
    setImmediate(() => {
      this.flushing = false;
      this.results.put(this.pending);
      this.pending = '';
    });
  }
}
