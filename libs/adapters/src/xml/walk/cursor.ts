import type { Decoded, XmlAttributes, XmlSink } from '../events.js';
import type { CompiledLayout } from '../layout/compile.js';
import type { LayoutNode } from '../layout/node.js';
import { LIMITS } from '../limits.js';
import { beyond } from '../refusal.js';
import type { Draft } from './draft.js';
import { UnitBuilder } from './unit-builder.js';

export interface UnitListener {
  /** An outermost record ended, with all that it encloses, in file order; the first one is the outermost. */
  unit(records: readonly Draft[], table: number): void;
  /** An element ended that holds outermost records: what follows lies in another one. */
  containerEnd(): void;
}

/** An open element that a path goes through. One object for each depth, used again and again. */
interface Frame {
  node: LayoutNode;
  start: number;
  text: Decoded;
}

/**
 * Follows a document through the layout's tree and builds the records. Only values of columns are asked of the reader; an
 * element without a node is passed over with all that it holds.
 */
export class LayoutCursor implements XmlSink {
  wantsText = false;
  private readonly frames: Frame[];
  private depth = 0;
  private frame: Frame;
  /** Depth inside an element that no path goes through. */
  private passing = 0;
  private readonly units: UnitBuilder;

  /**
   * @param from where the reading begins: the document, or the container of a chunk's records
   * @param next number of the next record of each table, counted on here
   */
  constructor(
    layout: CompiledLayout,
    from: LayoutNode,
    readonly next: number[],
    private readonly listener: UnitListener,
  ) {
    this.units = new UnitBuilder(layout, next);
    this.frame = { node: from, start: 0, text: '' };
    this.frames = [this.frame];
  }

  open(name: string, attributes: XmlAttributes, offset: number): void {
    if (this.passing > 0) {
      this.passing += 1;
      return;
    }
    const node = this.frame.node.match(name, attributes);
    if (node === undefined) {
      this.passing = 1;
      this.wantsText = false;
      return;
    }
    this.enter(node, offset);
    if (node.table !== undefined) this.units.begin(node.table, offset);
    for (const target of node.repeats) this.units.repeat(target);
    for (const { name: attribute, target } of node.attributes) this.units.set(target, attributes.value(attribute));
  }

  text(piece: Decoded): void {
    const { frame } = this;
    frame.text = piece === null || frame.text === null ? null : frame.text + piece;
  }

  close(end: number): void {
    if (this.passing > 0) {
      this.passing -= 1;
      if (this.passing === 0) this.wantsText = this.frame.node.text.length > 0;
      return;
    }
    const { node, start, text } = this.frame;
    if (node.bounded && end - start > LIMITS.value) throw beyond('value', start);
    for (const target of node.text) this.units.set(target, text);
    this.leave();
    if (node.table === undefined) {
      if (!this.units.busy) this.listener.containerEnd();
      return;
    }
    const records = this.units.finish(node.table, end);
    if (records !== undefined) this.listener.unit(records, node.table);
  }

  private enter(node: LayoutNode, start: number): void {
    this.depth += 1;
    const frame = this.frames[this.depth];
    if (frame === undefined) {
      this.frame = { node, start, text: '' };
      this.frames.push(this.frame);
    } else {
      frame.node = node;
      frame.start = start;
      frame.text = '';
      this.frame = frame;
    }
    this.wantsText = node.text.length > 0;
  }

  private leave(): void {
    this.depth -= 1;
    this.frame = this.frames[this.depth] ?? this.frame;
    this.wantsText = this.frame.node.text.length > 0;
  }

  /** @throws XmlRefused when the outermost record that is open is already larger than any may be */
  checkSize(offset: number): void {
    this.units.checkSize(offset);
  }
}
