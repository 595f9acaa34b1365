import type { Decoded, XmlAttributes, XmlSink } from '../events.js';
import type { CompiledLayout } from '../layout/compile.js';
import type { LayoutNode, Target } from '../layout/node.js';
import { LIMITS } from '../limits.js';
import { beyond } from '../refusal.js';
import { OpenRecord, type Draft } from './draft.js';

export interface UnitListener {
  /** An outermost record ended, with all that it encloses, in file order; the first one is the outermost. */
  unit(records: readonly Draft[], table: number): void;
  /** An element ended that holds outermost records: what follows lies in another one. */
  containerEnd(): void;
}

/**
 * Follows a document through the layout's tree and builds the records. Only values of columns are asked of the reader; an
 * element without a node is passed over with all that it holds.
 */
export class LayoutCursor implements XmlSink {
  wantsText = false;
  private readonly path: LayoutNode[];
  private readonly starts: number[] = [];
  private readonly texts: Decoded[] = [];
  /** Depth inside an element that no path goes through. */
  private passing = 0;
  private readonly live: (OpenRecord | undefined)[] = [];
  private records: Draft[] = [];

  /**
   * @param from where the reading begins: the document, or the container of a chunk's records
   * @param next number of the next record of each table, counted on here
   */
  constructor(
    private readonly layout: CompiledLayout,
    from: LayoutNode,
    readonly next: number[],
    private readonly listener: UnitListener,
  ) {
    this.path = [from];
  }

  open(name: string, attributes: XmlAttributes, offset: number): void {
    if (this.passing > 0) {
      this.passing += 1;
      return;
    }
    const node = this.path[this.path.length - 1]?.match(name, attributes);
    if (node === undefined) {
      this.passing = 1;
      this.wantsText = false;
      return;
    }
    this.path.push(node);
    this.starts.push(offset);
    this.texts.push('');
    this.wantsText = node.text.length > 0;
    if (node.table !== undefined) this.begin(node.table, offset);
    for (const target of node.repeats) this.live[target.table]?.repeat(target);
    for (const { name: attribute, target } of node.attributes) this.set(target, attributes.value(attribute));
  }

  text(piece: Decoded): void {
    const at = this.texts.length - 1;
    const before = this.texts[at];
    this.texts[at] = piece === null || before === null || before === undefined ? null : before + piece;
  }

  close(end: number): void {
    if (this.passing > 0) {
      this.passing -= 1;
      if (this.passing === 0) this.wantsText = (this.path[this.path.length - 1]?.text.length ?? 0) > 0;
      return;
    }
    const node = this.path.pop();
    const start = this.starts.pop() ?? end;
    const text = this.texts.pop();
    if (node === undefined) return;
    if (node.bounded && end - start > LIMITS.value) throw beyond('value', start);
    for (const target of node.text) this.set(target, text);
    this.wantsText = (this.path[this.path.length - 1]?.text.length ?? 0) > 0;
    if (node.table !== undefined) this.finish(node.table, start, end);
    else if (this.records.length === 0) this.listener.containerEnd();
  }

  /** @throws XmlRefused when the outermost record that is open is already larger than any may be */
  checkSize(offset: number): void {
    const start = this.records[0]?.byteOffset;
    if (start !== undefined && offset - start > LIMITS.record) throw beyond('record', offset);
  }

  private set(target: Target, value: Decoded | undefined): void {
    if (value !== undefined) this.live[target.table]?.set(target, value);
  }

  private begin(index: number, byteOffset: number): void {
    const table = this.layout.tables[index];
    if (table === undefined) return;
    if (this.records.length === LIMITS.nested) throw beyond('nested', byteOffset);
    const record = this.next[index] ?? 1;
    this.next[index] = record + 1;
    const fields = new Array<string | undefined>(table.columns.length).fill(undefined);
    const unit = this.records[0]?.unit ?? { record, byteOffset, byteLength: 0 };
    const draft: Draft = { table: table.name, record, byteOffset, byteLength: 0, fields, unit };
    const parent = table.parent === undefined ? undefined : this.live[table.parent]?.draft;
    if (parent !== undefined) draft.parent = parent;
    this.live[index] = new OpenRecord(draft, table);
    this.records.push(draft);
  }

  private finish(index: number, start: number, end: number): void {
    const draft = this.live[index]?.draft;
    this.live[index] = undefined;
    if (draft === undefined) return;
    draft.byteLength = end - start;
    if (draft.parent !== undefined) return;
    this.checkSize(end);
    draft.unit.byteLength = draft.byteLength;
    const { records } = this;
    this.records = [];
    this.listener.unit(records, index);
  }
}
