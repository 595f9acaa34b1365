import type { BinaryRows } from './binary-rows.js';
import { IdNumbers } from './id-numbers.js';
import type { GraphEdge, GraphNode, GraphVerdict, LinkGraph } from './link-graph.js';
import { byGroup, componentParts } from './component-parts.js';
import { float64List, int32List } from './number-list.js';

/** Pairs of a part, about: enough to be worth a step, few enough to be forgotten before they grow old. */
const PART_PAIRS = 2_000;

const NO_LEVELS = new Uint8Array();

interface NumberedVerdict {
  readonly left: number;
  readonly right: number;
  readonly verdict: GraphVerdict['verdict'];
}

/**
 * All pairs of a run of everybody, in some 50 bytes each: as objects with their ids those of a million persons would not fit
 * into memory. Handed out as graphs of whole connected components, some at a time.
 */
export class PackedGraph {
  private readonly ids = new IdNumbers();
  private readonly sources = int32List();
  private readonly lefts = int32List();
  private readonly rights = int32List();
  private readonly bits = float64List();
  private readonly patterns = int32List();
  private readonly patternNumbers = new Map<string, number>();
  /** Levels by the number of their pattern; one copy of each, not one for each pair. */
  private readonly levels: Uint8Array[] = [];
  private readonly verdicts: NumberedVerdict[] = [];

  /** Adds the pair that a row begins with: id and number of the source of both ends, bits, levels. */
  addPair(row: BinaryRows): void {
    this.lefts.push(this.readNode(row));
    this.rights.push(this.readNode(row));
    this.bits.push(row.float8());
    this.patterns.push(this.patternOf(row.bytea()));
  }

  /** Adds what somebody decided: id and number of the source of both ends, the verdict. */
  addVerdict(row: BinaryRows): void {
    const left = this.readNode(row);
    const right = this.readNode(row);
    this.verdicts.push({ left, right, verdict: row.text() === 'same' ? 'same' : 'never' });
  }

  /** Everything once, cut between connected components: over pairs and over what people called the same. */
  *parts(size = PART_PAIRS): Generator<LinkGraph> {
    const same = this.verdicts.filter(({ verdict }) => verdict === 'same');
    const joins = {
      lefts: [this.lefts.taken(), Int32Array.from(same, ({ left }) => left)],
      rights: [this.rights.taken(), Int32Array.from(same, ({ right }) => right)],
    };
    const { partOf, count } = componentParts(this.ids.size, joins, size);
    const nodes = byGroup(partOf, count);
    const edges = byGroup(
      this.lefts.taken().map((left) => partOf[left] ?? 0),
      count,
    );
    for (let part = 0; part < count; part++) {
      const verdicts = this.verdicts.filter(({ left, right }) => partOf[left] === part && partOf[right] === part);
      yield this.open(nodes(part), edges(part), verdicts);
    }
  }

  /** Pairs of certain levels and bits, wherever they lie. */
  pairsWhere(wanted: (pair: Pick<GraphEdge, 'levels' | 'bits'>) => boolean): readonly GraphEdge[] {
    const found: number[] = [];
    this.patterns.taken().forEach((pattern, edge) => {
      if (wanted({ levels: this.levels[pattern] ?? NO_LEVELS, bits: this.bits.at(edge) })) found.push(edge);
    });
    return this.open(this.endsOf(found), Int32Array.from(found), []).edges;
  }

  /** All pairs that have an end among the given persons, with their ends and what people said of these. */
  around(ids: Iterable<string>): LinkGraph {
    const members = new Set([...ids].map((id) => this.ids.find(id)).filter((number) => number >= 0));
    const edges: number[] = [];
    this.lefts.taken().forEach((left, edge) => {
      if (members.has(left) || members.has(this.rights.at(edge))) edges.push(edge);
    });
    const nodes = new Set([...members, ...this.endsOf(edges)]);
    const verdicts = this.verdicts.filter(({ left, right }) => nodes.has(left) && nodes.has(right));
    return this.open(Int32Array.from(nodes), Int32Array.from(edges), verdicts);
  }

  private endsOf(edges: readonly number[]): Int32Array {
    return Int32Array.from(new Set(edges.flatMap((edge) => [this.lefts.at(edge), this.rights.at(edge)])));
  }

  private readNode(row: BinaryRows): number {
    const number = row.uuidNumber(this.ids);
    const source = row.int4();
    if (number === this.sources.length) this.sources.push(source);
    return number;
  }

  private patternOf(levels: Uint8Array): number {
    const name = Buffer.from(levels).toString('latin1');
    const known = this.patternNumbers.get(name);
    if (known !== undefined) return known;
    const number = this.levels.push(levels.slice()) - 1;
    this.patternNumbers.set(name, number);
    return number;
  }

  private open(nodes: Int32Array, edges: Int32Array, verdicts: readonly NumberedVerdict[]): LinkGraph {
    const texts = new Map<number, string>();
    for (const node of nodes) texts.set(node, this.ids.text(node));
    const id = (node: number): string => texts.get(node) ?? '';
    return {
      nodes: Array.from(nodes, (node): GraphNode => ({ id: id(node), source: String(this.sources.at(node)) })),
      edges: Array.from(edges, (edge): GraphEdge => ({
        left: id(this.lefts.at(edge)),
        right: id(this.rights.at(edge)),
        bits: this.bits.at(edge),
        levels: this.levels[this.patterns.at(edge)] ?? NO_LEVELS,
      })),
      verdicts: verdicts.map(({ left, right, verdict }) => ({ left: id(left), right: id(right), verdict })),
    };
  }
}
