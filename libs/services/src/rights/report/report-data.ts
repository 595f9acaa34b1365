import type { Entity } from '#libs/domain';
import type { Language } from '#libs/messages';

/** A value as the person reads it. */
export interface ReportValue {
  /** The unified field, and the column of it (a date has a precision beside it). */
  readonly field: string;
  readonly column: string;
  readonly label: string;
  /** In the language of the report: codes by their labels, dates and amounts written out. */
  readonly text: string;
  /** As the store holds it; null where only a keyed hash of it is kept, or where the rules show less than the value. */
  readonly value: string | null;
}

/** Where a row came from and as of when. */
export interface ReportSource {
  /** The application's name, as the rules call it, and in words. */
  readonly system: string;
  readonly systemTitle: string;
  readonly site: string;
  /** Key of the record there; null for a case, whose key names the household and not the person. */
  readonly record: string | null;
  /** Nights of the first import that brought it and of the one that wrote it as it stands, YYYY-MM-DD. */
  readonly heldSince: string;
  readonly asOf: string;
  /** Whether the application's last full export no longer holds it. */
  readonly absent: boolean;
}

export interface ReportRow {
  readonly source: ReportSource;
  readonly values: readonly ReportValue[];
}

/** A decision or payment of an aid. */
export interface ReportFact {
  readonly values: readonly ReportValue[];
  /** Whether a later record took its place. */
  readonly superseded: boolean;
  /** Of a payment: the day until which its accounting line is kept, YYYY-MM-DD; null where no day is known. */
  readonly keptUntil: string | null;
}

export interface ReportAid extends ReportRow {
  readonly decisions: readonly ReportFact[];
  readonly payments: readonly ReportFact[];
}

/** An aid that the person has asked for through the gateway. */
export interface ReportAidRequest {
  /** Where it stands, in words. */
  readonly status: string;
  /** SIRET of the body that opened it. */
  readonly recipient: string;
  /** YYYY-MM-DD. */
  readonly openedOn: string;
  readonly values: readonly ReportValue[];
  /** What became of it, the oldest first. */
  readonly history: readonly {
    readonly day: string;
    readonly status: string;
    readonly values: readonly ReportValue[];
  }[];
}

/** A field about which the person's records say different things. */
export interface ReportDifference {
  readonly label: string;
  readonly values: readonly { readonly text: string; readonly sources: readonly string[] }[];
}

/** A field that the person had rectified: it stands in place of what the record says. */
export interface ReportRectification {
  readonly source: ReportSource;
  readonly values: readonly ReportValue[];
  /** What the record still says; empty where it says nothing. */
  readonly written: readonly ReportValue[];
  /** YYYY-MM-DD. */
  readonly since: string;
  /** Under which the request is filed. */
  readonly reference: string;
}

/** What is done with a kind of data, why, and until when. */
export interface ReportCategory {
  readonly category: string;
  readonly title: string;
  readonly fields: readonly string[];
  /** Special category in words; null where it is none. */
  readonly special: string | null;
  readonly legalBasis: string;
  readonly purposes: readonly string[];
  readonly recipients: readonly string[];
  readonly kept: string;
  readonly rule: string;
}

/** A read of the person's data, or a right that was used. Never who at a desk. */
export interface ReportRead {
  /** YYYY-MM-DD HH:MM, Paris. */
  readonly at: string;
  readonly purpose: string;
  readonly recipient: string;
  readonly fields: readonly string[];
  /** YYYY-MM-DD. */
  readonly keptUntil: string | null;
}

/** Two records of the person that were joined. */
export interface ReportJoin {
  readonly left: string;
  readonly right: string;
  /** What spoke for it, field by field; empty where a person settled it, or where the rules have changed since. */
  readonly grounds: readonly string[];
  /** YYYY-MM-DD where a person settled it. */
  readonly decidedOn: string | null;
}

/** The person's own report (GDPR, article 15). Nothing in it is about anybody else. */
export interface SubjectReport {
  readonly report: 'subject';
  readonly version: 1;
  readonly lang: Language;
  /** YYYY-MM-DD. */
  readonly madeOn: string;
  readonly controller: { readonly name: string; readonly contact: string };
  readonly officer: { readonly name: string; readonly contact: string };
  /** What holds for the whole file: restricted, for example; empty where nothing does. */
  readonly standing: readonly string[];
  readonly records: readonly ReportRow[];
  /** Rectified fields; `records` show them as they stand now. */
  readonly rectifications: readonly ReportRectification[];
  readonly cases: readonly ReportRow[];
  readonly differences: readonly ReportDifference[];
  readonly acts: readonly ReportRow[];
  readonly aids: readonly ReportAid[];
  readonly aidRequests: readonly ReportAidRequest[];
  readonly beside: readonly string[];
  readonly keptUntil: string;
  readonly categories: readonly ReportCategory[];
  readonly reads: readonly ReportRead[];
  readonly joins: readonly ReportJoin[];
  readonly leftOut: readonly string[];
  readonly rights: readonly string[];
}

/** Where a field of the model belongs. */
export type FieldKey = `${Entity}.${string}`;
