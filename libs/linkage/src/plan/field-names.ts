import { LinkageFault } from './linkage-fault.js';
import type { FieldPlan } from './linkage-plan.js';

/** The declared fields by name and position. */
export class FieldNames {
  private readonly positions: ReadonlyMap<string, number>;

  constructor(private readonly fields: readonly FieldPlan[]) {
    this.positions = new Map(fields.map(({ name }, position) => [name, position]));
  }

  /** @throws LinkageFault `linkage.unknown-field` */
  position(name: string, path: readonly string[]): number {
    const position = this.positions.get(name);
    if (position !== undefined) return position;
    const known = [...this.positions.keys()].join(', ');
    throw new LinkageFault(path, 'linkage.unknown-field', { field: name, known });
  }

  at(position: number): FieldPlan | undefined {
    return this.fields[position];
  }
}
