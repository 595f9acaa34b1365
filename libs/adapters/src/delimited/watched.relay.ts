import type { Encoding, SourceRecord } from '#libs/domain';
import { valueDecoder, type ValueDecoder } from '../encoding/value.decoder.js';

/** So many records may wait for the encoding: what they hold is more than enough to tell it. */
const HELD_LIMIT = 10_000;

type OnRecord = (record: SourceRecord) => void;

/**
 * Hands on the records of a survey whose encoding is not known before its bytes were seen. Records come in with bytes for
 * values; from the first that is not ASCII on they wait, in their order, until the encoding is settled.
 */
export class WatchedRelay {
  private decoder: ValueDecoder | undefined;
  private held: SourceRecord[] = [];

  constructor(
    private readonly watched: readonly string[],
    private readonly onRecord: OnRecord,
  ) {}

  /** Whether the encoding must be settled now, with the evidence that there is. */
  get full(): boolean {
    return this.held.length >= HELD_LIMIT;
  }

  add(record: SourceRecord): void {
    if (this.decoder !== undefined) this.onRecord(decoded(record, this.decoder, this.watched));
    else if (this.held.length === 0 && record.fields.every(isAscii)) this.onRecord(record);
    else this.held.push(record);
  }

  settle(encoding: Encoding): void {
    if (this.decoder !== undefined) return;
    this.decoder = valueDecoder(encoding);
    for (const record of this.held) this.onRecord(decoded(record, this.decoder, this.watched));
    this.held = [];
  }
}

function decoded(record: SourceRecord, { decode }: ValueDecoder, watched: readonly string[]): SourceRecord {
  if (record.fields.every(isAscii)) return record;
  const fields = record.fields.map((units) => (units === undefined ? undefined : decode(units)));
  const field = watched.find((_, place) => fields[place] === undefined && record.fields[place] !== undefined);
  if (field === undefined || record.fault !== undefined) return { ...record, fields };
  return { ...record, fields, fault: { code: 'encoding.invalid', field } };
}

function isAscii(value: string | undefined): boolean {
  if (value === undefined) return true;
  for (let at = 0; at < value.length; at++) if (value.charCodeAt(at) >= 0x80) return false;
  return true;
}
