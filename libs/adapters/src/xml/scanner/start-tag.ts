import type { Decoder } from '../encoding/decoder.js';
import type { Decoded, XmlAttributes } from '../events.js';
import { LIMITS } from '../limits.js';
import { beyond, malformed } from '../refusal.js';
import { CH, NAME_START, SPACE, VALUE_STOP } from './byte-classes.js';
import { UNFINISHED, type Name, type NameCache } from './name-cache.js';
import { readReference } from './reference.js';
import { MORE, skip } from './skip.js';
import { resolveValue } from './value.js';

/** One start tag at a time: its name, and where its attributes lie, decoded only when somebody asks for one. */
export class StartTag implements XmlAttributes {
  name: Name = UNFINISHED;
  selfClosing = false;
  private bytes: Buffer = Buffer.alloc(0);
  private base = 0;
  private count = 0;
  private readonly attributeNames: Name[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly plain: boolean[] = [];

  constructor(
    private readonly names: NameCache,
    private readonly decode: Decoder,
  ) {}

  value(name: string): Decoded | undefined {
    for (let at = 0; at < this.count; at += 1) {
      if (this.attributeNames[at]?.text !== name) continue;
      const start = this.starts[at] as number;
      const end = this.ends[at] as number;
      return this.plain[at] === true
        ? this.decode(this.bytes, start, end)
        : resolveValue(this.decode, this.bytes, start, end, 'attribute');
    }
    return undefined;
  }

  /**
   * Reads the tag whose `<` is at `start`.
   * @returns the index after its `>`, or `MORE`
   * @throws XmlRefused where it is malformed or beyond a limit
   */
  read(bytes: Buffer, start: number, base: number): number {
    this.bytes = bytes;
    this.base = base;
    this.count = 0;
    if (NAME_START[bytes[start + 1] as number] !== 1) throw malformed('name', base + start);
    this.name = this.names.read(bytes, start + 1);
    let at = this.names.end;
    for (;;) {
      const next = skip(SPACE, bytes, at);
      if (next >= bytes.length) return MORE;
      const byte = bytes[next];
      this.selfClosing = byte === CH.slash;
      if (byte === CH.gt) return next + 1;
      if (byte === CH.slash) return this.closing(next + 1);
      if (next === at) throw malformed('start-tag', base + next);
      at = this.attribute(next);
      if (at === MORE) return MORE;
    }
  }

  private closing(at: number): number {
    if (at >= this.bytes.length) return MORE;
    if (this.bytes[at] !== CH.gt) throw malformed('start-tag', this.base + at);
    return at + 1;
  }

  private attribute(start: number): number {
    const { bytes, base } = this;
    if (NAME_START[bytes[start] as number] !== 1) throw malformed('attribute', base + start);
    const name = this.names.read(bytes, start);
    const equals = skip(SPACE, bytes, this.names.end);
    if (equals >= bytes.length) return MORE;
    if (bytes[equals] !== CH.equals) throw malformed('attribute', base + equals);
    const opening = skip(SPACE, bytes, equals + 1);
    if (opening >= bytes.length) return MORE;
    const quote = bytes[opening];
    if (quote !== CH.quote && quote !== CH.apostrophe) throw malformed('attribute', base + opening);
    this.declare(name, base + start);
    return this.quoted(opening + 1, quote);
  }

  private declare(name: Name, offset: number): void {
    if (this.count === LIMITS.attributes) throw beyond('attributes', offset);
    for (let at = 0; at < this.count; at += 1) {
      const other = this.attributeNames[at];
      if (other?.hash === name.hash && other.text === name.text) throw malformed('attribute', offset);
    }
    this.attributeNames[this.count] = name;
  }

  /** @returns the index after the closing quote, or `MORE` */
  private quoted(start: number, quote: number): number {
    const { bytes, base } = this;
    let plain = true;
    for (let at = start; at < bytes.length;) {
      const byte = bytes[at] as number;
      if (VALUE_STOP[byte] === 0) {
        at += 1;
      } else if (byte === quote) {
        this.starts[this.count] = start;
        this.ends[this.count] = at;
        this.plain[this.count] = plain;
        this.count += 1;
        return at + 1;
      } else if (byte === CH.amp) {
        plain = false;
        const reference = readReference(bytes, at, base);
        if (reference === undefined) return MORE;
        at = reference.end;
      } else if (SPACE[byte] === 1 || byte === CH.quote || byte === CH.apostrophe) {
        plain = plain && SPACE[byte] === 0;
        at += 1;
      } else {
        throw malformed(byte === CH.lt ? 'attribute' : 'character', base + at);
      }
    }
    return MORE;
  }
}
