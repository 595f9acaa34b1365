import type { Encoding } from '#libs/domain';
import { decoderOf, type Decoder, type XmlEncoding } from '../encoding/decoder.js';
import type { XmlReader, XmlSink } from '../events.js';
import { LIMITS } from '../limits.js';
import { beyond, cutOff, malformed } from '../refusal.js';
import { CH, SPACE } from './byte-classes.js';
import { ByteWindow } from './byte-window.js';
import type { TextPlace } from './line-counter.js';
import { isNameAt, NameCache, type Name } from './name-cache.js';
import { readBang, readInstruction, type Opening } from './openings.js';
import { readProlog } from './prolog.js';
import { CLOSING, Run, type SectionKind } from './runs.js';
import { MORE, skip } from './skip.js';
import { StartTag } from './start-tag.js';
import { resolveValue, type ValueKind } from './value.js';

/** A whole file, whose encoding it says itself, or a stretch of content from `offset` in an encoding known before. */
export type ScannerStart =
  { readonly allowed: readonly Encoding[] } | { readonly encoding: XmlEncoding; readonly offset: number };

/**
 * A strict scanner for XML 1.0 without DTD, over bytes: it decodes nothing but names (once each) and what the sink asks
 * for, and keeps one unfinished token at most. `saxes` is the reference that it is proven against (differential tests).
 */
export class XmlScanner implements XmlReader {
  /** Known once the start of the file was read. */
  encoding: XmlEncoding = 'utf-8';
  private readonly window: ByteWindow;
  private readonly allowed: readonly Encoding[] | undefined;
  private readonly run = new Run();
  private readonly open: Name[] = [];
  private section: SectionKind | undefined;
  private started = false;
  private rootSeen = false;
  private decode: Decoder = decoderOf('utf-8');
  private names = new NameCache(this.decode);
  private tag = new StartTag(this.names, this.decode);

  constructor(
    private readonly sink: XmlSink,
    start: ScannerStart,
  ) {
    this.allowed = 'allowed' in start ? start.allowed : undefined;
    this.window = new ByteWindow('offset' in start ? start.offset : 0, this.allowed !== undefined);
    if ('encoding' in start) this.begin(start.encoding);
  }

  write(block: Uint8Array): void {
    if (block.length === 0) return;
    this.window.push(block);
    this.scan(false);
    if (this.window.waiting > LIMITS.tag) throw beyond(this.sink.wantsText ? 'value' : 'tag', this.window.offset);
    this.window.settle();
  }

  end(): void {
    const { window } = this;
    if (!this.started && window.waiting === 0) throw cutOff('xml.empty', 0);
    this.scan(true);
    const whole = this.open.length === 0 && (this.rootSeen || this.allowed === undefined);
    if (!whole || this.section !== undefined || window.waiting > 0) throw cutOff('xml.unclosed', window.offset);
  }

  /** Offset in the file up to which everything was consumed. */
  get offset(): number {
    return this.window.offset;
  }

  place(offset: number): TextPlace | undefined {
    return this.window.place(offset, this.encoding === 'utf-8');
  }

  /** Whether this is a place of a document before or after its root element. */
  private get isOutside(): boolean {
    return this.open.length === 0 && this.allowed !== undefined;
  }

  private begin(encoding: XmlEncoding): void {
    this.started = true;
    this.encoding = encoding;
    this.decode = decoderOf(encoding);
    this.names = new NameCache(this.decode);
    this.tag = new StartTag(this.names, this.decode);
  }

  private scan(final: boolean): void {
    const { window } = this;
    if (!this.started) {
      const prolog = readProlog(window.bytes, final, this.allowed ?? []);
      if (prolog === undefined) return;
      window.at = prolog.length;
      this.begin(prolog.encoding);
    }
    while (window.at < window.bytes.length && this.step());
  }

  /** Consumes one token, or what can be passed over of it. `false`: the bytes end before it does. */
  private step(): boolean {
    const { bytes, at, base } = this.window;
    if (this.section !== undefined) return this.inSection(this.section);
    if (bytes[at] !== CH.lt) return this.isOutside ? this.outside() : this.text();
    switch (bytes[at + 1]) {
      case undefined:
        return false;
      case CH.slash:
        return this.endTag();
      case CH.bang:
        return this.enter(readBang(bytes, at, base));
      case CH.question:
        return this.enter(readInstruction(bytes, at, base));
      default:
        return this.startTag();
    }
  }

  private outside(): boolean {
    const { window } = this;
    window.at = skip(SPACE, window.bytes, window.at);
    if (window.at < window.bytes.length && window.bytes[window.at] !== CH.lt) throw malformed('outside', window.offset);
    return true;
  }

  private text(): boolean {
    const { window, sink } = this;
    const { bytes, at, base } = window;
    const run = this.run.text(bytes, at, base);
    if (sink.wantsText) {
      if (!run.complete) return false;
      this.hand(at, 'text');
    }
    window.at = run.end;
    return run.complete || run.end === bytes.length;
  }

  private startTag(): boolean {
    const { window, tag, open } = this;
    const start = window.offset;
    if (this.rootSeen && this.isOutside) throw malformed('outside', start);
    const end = tag.read(window.bytes, window.at, window.base);
    if (end === MORE) return false;
    if (end - window.at > LIMITS.tag) throw beyond('tag', start);
    if (open.length === LIMITS.depth) throw beyond('depth', start);
    this.rootSeen = true;
    this.sink.open(tag.name.text, tag, start);
    if (tag.selfClosing) this.sink.close(window.base + end);
    else open.push(tag.name);
    window.at = end;
    return true;
  }

  private endTag(): boolean {
    const { window, open } = this;
    const { bytes, at, base } = window;
    const name = open[open.length - 1]?.bytes;
    if (name === undefined) throw malformed('end-tag', base + at);
    const nameEnd = at + 2 + name.length;
    const end = skip(SPACE, bytes, nameEnd);
    if (end >= bytes.length) return false;
    if (bytes[end] !== CH.gt || !isNameAt(name, bytes, at + 2)) throw malformed('end-tag', base + at);
    open.pop();
    this.sink.close(base + end + 1);
    window.at = end + 1;
    return true;
  }

  private enter(opening: Opening | undefined): boolean {
    if (opening === undefined) return false;
    const { section, content } = opening;
    if (section === 'cdata' && this.isOutside) throw malformed('outside', this.window.offset);
    this.section = section;
    this.window.at = content;
    return true;
  }

  private inSection(kind: SectionKind): boolean {
    const { window, sink } = this;
    const { bytes, at, base } = window;
    const run = this.run.section(kind, bytes, at, base);
    if (kind === 'cdata' && sink.wantsText) {
      if (!run.complete) return false;
      this.hand(at, kind);
    }
    window.at = run.end;
    if (!run.complete) return run.end === bytes.length;
    window.at += CLOSING[kind];
    this.section = undefined;
    return true;
  }

  /** Hands the run that begins at `start` to the sink, which wants it. */
  private hand(start: number, kind: ValueKind): void {
    const { decode, run, window } = this;
    const { bytes } = window;
    this.sink.text(run.plain ? decode(bytes, start, run.end) : resolveValue(decode, bytes, start, run.end, kind));
  }
}
