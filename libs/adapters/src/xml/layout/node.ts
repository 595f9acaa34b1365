import type { Decoded, XmlAttributes } from '../events.js';
import type { PathStep } from './path.js';

/** A column of a table, by the position of both. */
export interface Target {
  readonly table: number;
  readonly column: number;
  /** Joined with others of its kind, one entry for each occurrence of the repeated element. */
  readonly repeated: boolean;
}

/** An element that some path of the layout goes through; elements without a node are dropped with all they hold. */
export class LayoutNode {
  readonly children = new Map<string, LayoutNode[]>();
  /** The table of which this element is a record. */
  table: number | undefined;
  /** Columns that are this element's text, and its attributes that are columns. Materialised ones only. */
  readonly text: Target[] = [];
  readonly attributes: { readonly name: string; readonly target: Target }[] = [];
  /** Repeated columns that get one more entry when this element begins. */
  readonly repeats: Target[] = [];
  /** Whether a column lies in its text, materialised in this reading or not: its size is limited either way. */
  bounded = false;

  constructor(readonly step: PathStep) {}

  /** The child that a start tag leads to, or `undefined` where it leads nowhere. */
  match(name: string, attributes: XmlAttributes): LayoutNode | undefined {
    const candidates = this.children.get(name);
    if (candidates === undefined) return undefined;
    const first = candidates[0];
    if (first?.step.predicate === undefined) return first;
    return candidates.find(({ step }) => holds(step.predicate, attributes));
  }

  /** The child for a step, made when it is not there; `undefined` when namesakes with and without predicate would meet. */
  child(step: PathStep): LayoutNode | undefined {
    const namesakes = this.children.get(step.element) ?? [];
    const known = namesakes.find((node) => sameStep(node.step, step));
    if (known !== undefined) return known;
    if (namesakes.some((node) => node.step.predicate === undefined) || (namesakes.length > 0 && !step.predicate))
      return undefined;
    const node = new LayoutNode(step);
    this.children.set(step.element, [...namesakes, node]);
    return node;
  }
}

const holds = (predicate: PathStep['predicate'], attributes: XmlAttributes): boolean => {
  if (predicate === undefined) return false;
  const value: Decoded | undefined = attributes.value(predicate.attribute);
  return value === predicate.value;
};

const sameStep = (left: PathStep, right: PathStep): boolean =>
  left.predicate?.attribute === right.predicate?.attribute && left.predicate?.value === right.predicate?.value;
