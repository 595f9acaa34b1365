import { malformed } from '../refusal.js';
import { CH, SECTION_STOP, SPACE, TEXT_STOP } from './byte-classes.js';
import { readReference } from './reference.js';
import { MORE } from './skip.js';

export type SectionKind = 'comment' | 'cdata' | 'instruction';

/** Bytes of what ends a section: `-->`, `]]>`, `?>`. */
export const CLOSING: Readonly<Record<SectionKind, number>> = { comment: 3, cdata: 3, instruction: 2 };

const refuseControl = (byte: number, offset: number): void => {
  if (SPACE[byte] === 0 && byte < CH.space) throw malformed('character', offset);
};

/** What a scan over content found; one object is used again and again, because there is one for each value. */
export class Run {
  /** Where the content ends; when incomplete, up to where it can be passed over without looking back. */
  end = 0;
  complete = false;
  /** No references and no CR: the bytes need decoding only. */
  plain = true;

  /** Scans character data from `start` up to the next `<`. */
  text(bytes: Buffer, start: number, base: number): this {
    this.plain = true;
    let at = start;
    while (at !== MORE) {
      while (at < bytes.length && TEXT_STOP[bytes[at] as number] === 0) at += 1;
      this.end = at;
      this.complete = bytes[at] === CH.lt;
      if (this.complete || at === bytes.length) return this;
      at = this.passText(bytes, at, base);
    }
    return this;
  }

  private passText(bytes: Buffer, at: number, base: number): number {
    const byte = bytes[at] as number;
    if (byte === CH.close) {
      const cdataEnd = closes(bytes, at, CH.close);
      if (cdataEnd === undefined) return MORE;
      if (cdataEnd) throw malformed('cdata-end', base + at);
      return at + 1;
    }
    this.plain = false;
    if (byte === CH.amp) return readReference(bytes, at, base)?.end ?? MORE;
    refuseControl(byte, base + at);
    return at + 1;
  }

  /** Scans a section from `start`, somewhere inside it, up to what ends it. */
  section(kind: SectionKind, bytes: Buffer, start: number, base: number): this {
    this.plain = true;
    this.complete = false;
    for (let at = start; ; at += 1) {
      while (at < bytes.length && SECTION_STOP[bytes[at] as number] === 0) at += 1;
      this.end = at;
      if (at === bytes.length) return this;
      const byte = bytes[at] as number;
      if (byte === CH.cr) this.plain = false;
      else refuseControl(byte, base + at);
      const ends = endsSection(kind, bytes, at, base);
      if (ends === undefined) return this;
      this.complete = ends;
      if (ends) return this;
    }
  }
}

/** Whether `at` begins twice `byte` and `>`; `undefined` when the bytes do not tell. */
const closes = (bytes: Buffer, at: number, byte: number): boolean | undefined => {
  const second = bytes[at + 1];
  if (second === undefined) return undefined;
  if (second !== byte) return false;
  const third = bytes[at + 2];
  return third === undefined ? undefined : third === CH.gt;
};

const endsSection = (kind: SectionKind, bytes: Buffer, at: number, base: number): boolean | undefined => {
  const byte = bytes[at];
  if (kind === 'instruction') {
    if (byte !== CH.question) return false;
    return bytes[at + 1] === undefined ? undefined : bytes[at + 1] === CH.gt;
  }
  if (byte !== (kind === 'comment' ? CH.dash : CH.close)) return false;
  const ends = closes(bytes, at, byte);
  // A comment may not hold two dashes: production 15.
  if (ends === false && kind === 'comment' && bytes[at + 1] === CH.dash) throw malformed('comment', base + at);
  return ends;
};
