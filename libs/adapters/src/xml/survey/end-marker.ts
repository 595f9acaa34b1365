import type { XmlLayout } from '#libs/domain';
import type { XmlAttributes } from '../events.js';
import { cutOff } from '../refusal.js';

const COUNT = /^[0-9]{1,15}$/;

/** The end marker of a document, which says how many records were written: without it nobody knows that all are there. */
export class EndMarker {
  private announced: ReadonlyMap<string, number | undefined> | undefined;

  constructor(private readonly layout: NonNullable<XmlLayout['end']>) {}

  /** Looks at a child of the root element; of several markers the last one holds. */
  see(name: string, attributes: XmlAttributes): void {
    if (name !== this.layout.element) return;
    const counts = Object.entries(this.layout.counts);
    this.announced = new Map(counts.map(([attribute, table]) => [table, countOf(attributes.value(attribute))]));
  }

  /**
   * @param records how many were read of each table
   * @throws XmlRefused `file.truncated` when there was no marker, or one that does not say what was read
   */
  check(records: Readonly<Record<string, number>>, offset: number): void {
    const { element } = this.layout;
    if (this.announced === undefined) throw cutOff('xml.end-missing', offset, { element });
    for (const [table, announced] of this.announced) {
      const read = records[table] ?? 0;
      if (announced === undefined) throw cutOff('xml.end-uncounted', offset, { element, table });
      if (announced !== read) throw cutOff('xml.end-counts', offset, { element, table, announced, read });
    }
  }
}

const countOf = (value: string | null | undefined): number | undefined => {
  const digits = value?.trim() ?? '';
  return COUNT.test(digits) ? Number(digits) : undefined;
};
