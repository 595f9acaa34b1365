/** Where a value comes from, so that somebody can find it in the legacy system and knows how old it is. */
export interface Provenance {
  readonly system: string;
  readonly site: string;
  /** Key of the record in its system; that of the case where the value is the case's. */
  readonly sourceId: string;
  readonly of: 'person' | 'case';
  /** The import that wrote the record as it stands, and its night as YYYY-MM-DD. */
  readonly run: string;
  readonly night: string;
  /** When the source says that it changed the record, as YYYY-MM-DD; null where it does not say. */
  readonly updatedOn: string | null;
  /** Whether the source's last full export no longer holds the record. */
  readonly absent: boolean;
  /** Where the person had the value rectified: it outranks whatever the record says. */
  readonly rectified?: Rectified;
}

/** When a value was rectified (ISO 8601 in UTC), and the reference of the request. */
export interface Rectified {
  readonly at: string;
  readonly incident: string;
}

/** A record that says something of a person: a source person, or the case that it belongs to. */
export interface GoldenSource {
  /** Orders records that are equal in every other respect. */
  readonly id: string;
  readonly provenance: Provenance;
  /** Unified field → value as the store holds it, as text. Of a rectification: the rectified fields only. */
  readonly values: Readonly<Record<string, string | null>>;
}

/** What one record says of an attribute. */
export interface Statement {
  readonly source: GoldenSource;
  /** By position of the attribute's fields; null where the record does not say. */
  readonly parts: readonly (string | null)[];
  /** The parts as they are compared; null where a part says nothing. */
  readonly keys: readonly (string | null)[];
}
