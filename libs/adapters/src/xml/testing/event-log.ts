import type { Decoded, XmlAttributes, XmlReader, XmlSink } from '../events.js';
import { XmlRefused } from '../refusal.js';

/** Writes down everything that a reader says of the root element: all text, and the attributes that it is asked for. */
export class EventLog implements XmlSink {
  readonly wantsText = true;
  readonly events: string[] = [];
  private pending: Decoded = '';
  private depth = 0;

  constructor(private readonly asked: readonly string[]) {}

  open(name: string, attributes: XmlAttributes, offset: number): void {
    this.flush();
    this.depth += 1;
    const values = this.asked.map((attribute) => attributes.value(attribute) ?? null);
    this.events.push(JSON.stringify(['open', name, offset, values]));
  }

  text(piece: Decoded): void {
    if (this.depth === 0) return;
    this.pending = piece === null || this.pending === null ? null : this.pending + piece;
  }

  close(end: number): void {
    this.flush();
    this.depth -= 1;
    this.events.push(JSON.stringify(['close', end]));
  }

  /** Readers may cut text where they like, so pieces that follow one another count as one. */
  private flush(): void {
    if (this.pending !== '') this.events.push(JSON.stringify(['text', this.pending]));
    this.pending = '';
  }
}

/** Feeds a reader; `true` when it took the whole document, `false` when it refused it. Anything else is thrown on. */
export const accepts = (reader: XmlReader, blocks: readonly Uint8Array[]): boolean => {
  try {
    for (const block of blocks) reader.write(block);
    reader.end();
    return true;
  } catch (error) {
    if (error instanceof XmlRefused) return false;
    throw error;
  }
};
