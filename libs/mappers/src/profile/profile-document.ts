import type { Dialect, Encoding, Entity, HistoryKind, WithheldReason } from '#libs/domain';

/** A source profile as `config/sources/*.yml` holds it, after its JSON Schema accepted it. */
export interface ProfileDocument {
  readonly profile: string;
  readonly version: number;
  readonly title: { readonly en: string; readonly fr: string };
  readonly shapes: Readonly<Record<string, ShapeDocument>>;
  readonly readers?: Readonly<Record<string, ReaderDocument>>;
  readonly tables: Readonly<Record<string, TableDocument>>;
  readonly codes?: Readonly<Record<string, CodeMapDocument>>;
}

export type ShapeDocument =
  | {
      readonly reader: 'delimited';
      readonly files: string;
      readonly encodings: readonly Encoding[];
      readonly dialect: Dialect;
    }
  | {
      readonly reader: 'xml';
      readonly files: string;
      readonly encodings: readonly Encoding[];
      readonly root: string;
      readonly record?: string;
      readonly header?: { readonly site?: string; readonly night?: string; readonly mode?: string };
      readonly modes?: { readonly full: string; readonly delta: string };
      readonly end?: { readonly element: string; readonly counts: Readonly<Record<string, string>> };
    };

export type DateFormat =
  | 'DD/MM/YYYY'
  | 'DD/MM/YY'
  | 'DD/MM/YYYY HH:MM'
  | 'YYYY-MM-DD'
  | 'YYYY-MM-DDTHH:MM:SS'
  | 'YYYY-MM'
  | 'YYYY'
  | 'YYYYMMDD'
  | 'YYYY/MM/DD HH:MM:SS:ms';

export interface DateReaderDocument {
  readonly kind: 'date' | 'birthDate';
  readonly formats: readonly DateFormat[];
  readonly nulls?: readonly string[];
  readonly centuryPivot?: number;
  readonly firstOfJanuary?: 'day' | 'yearOnly' | { readonly yearOnlyAbove: number };
}

export type ReaderDocument =
  | { readonly kind: 'name' | 'text'; readonly lineBreaks?: readonly string[] }
  | { readonly kind: 'integer' }
  | { readonly kind: 'cents' }
  | { readonly kind: 'amount'; readonly decimal: ',' | '.'; readonly groups?: readonly string[] }
  | { readonly kind: 'boolean'; readonly true: readonly string[]; readonly false: readonly string[] }
  | DateReaderDocument;

export type ReferenceDocument =
  | { readonly column: string; readonly table: string; readonly none?: readonly string[] }
  | { readonly enclosing: string }
  | { readonly applicant: string };

export interface TableDocument {
  readonly makes?: Entity;
  readonly path?: string;
  readonly within?: string;
  readonly key?: string;
  readonly case?: ReferenceDocument;
  readonly person?: ReferenceDocument;
  readonly withheld?: { readonly column: string; readonly read: string; readonly reason: WithheldReason };
  readonly columns: 'all' | Readonly<Record<string, ColumnDocument>>;
}

export type ColumnDocument =
  | 'drop'
  | 'key'
  | 'reference'
  | 'withheld'
  | { readonly field: string; readonly read: string; readonly whenEmpty?: string; readonly separators?: string }
  | { readonly field: string; readonly codes: string }
  | {
      readonly history: HistoryKind;
      readonly part: 'date' | 'code' | 'amount';
      readonly read?: string;
      readonly codes?: string;
      readonly repeated?: boolean;
    }
  | { readonly rank: 'applicant' };

export interface CodeMapDocument {
  readonly match: 'exact' | 'folded';
  readonly map: Readonly<Record<string, string>>;
}

/** What one site does differently (`config/sources/overlays/*.yml`). */
export interface OverlayDocument {
  readonly overlay: string;
  readonly site: string;
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly columns?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly readers?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly shapes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The unified code lists: list → code. */
export type CodeLists = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
