/**
 * What an adapter must know of an export's shape. A profile compiles to these; adapters take them. They name columns and
 * structure only: what a column means is the mapper's business.
 */

/** Encodings that exports are known in. A file's own evidence (BOM, XML declaration, bytes) chooses among the allowed. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'macroman'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Dialect {
  /** One or more characters between fields. */
  readonly delimiter: string;
  /** The quote character, or null where the format knows no quoting (4D text). */
  readonly quote: string | null;
  /** The character that makes a quote literal inside quotes; the quote itself (doubled) unless told. */
  readonly escape?: string;
  /** How a record ends. `auto`: the first line end outside quotes (CRLF, CR or LF) settles it for the file. */
  readonly recordEnd: 'auto' | 'crlf' | 'cr' | 'lf' | { readonly character: string };
  /** Whether the first record names the columns. */
  readonly header: boolean;
  /** `required`: a file whose last record has no record end is a cut file (`file.truncated`). */
  readonly finalRecordEnd: 'required' | 'optional';
}

/** Delimited text with or without header or quoting: COORDIN, 4D text, any CSV. One table a file. */
export interface DelimitedLayout {
  readonly table: string;
  readonly dialect: Dialect;
  /** Allowed encodings; the first one is taken where the bytes do not tell. */
  readonly encodings: readonly Encoding[];
  /** Without header: the columns in their order. With header: unused. */
  readonly columns?: readonly string[];
  /** Columns to materialise, in this order; a header that lacks one is `file.mismatch`. `all`: every column of the file. */
  readonly wanted: readonly string[] | 'all';
  /** Columns that the survey hands to `onRecord`, in this order; a subset of the file's columns. */
  readonly watched: readonly string[];
}

/**
 * A column of an XML record by its path from the record's element: `@num`, `NOM`, `SITUATION/@code`, `ADRESSE/VOIE`.
 * `repeated` columns may occur several times (`DECISION/@date`): their values are joined with REPEAT_SEPARATOR, one entry
 * for each occurrence of the repeated element (the first step of the path), empty where that occurrence lacks the value,
 * so that columns of one repeated element stay aligned.
 */
export interface XmlColumn {
  readonly name: string;
  readonly path: string;
  readonly repeated?: boolean;
}

/** Illegal in XML 1.0, hence never part of a value. */
export const REPEAT_SEPARATOR = '\u001e';

export interface XmlTable {
  readonly table: string;
  /**
   * Path of the record's element from the root element (exclusive), or from the parent record when there is one:
   * `DOSSIER`, `PERSONNE`, `table[@nom='Personnes']/enregistrement`.
   */
  readonly path: string;
  /** The table whose records enclose these. */
  readonly parent?: string;
  readonly columns: readonly XmlColumn[];
  /** Names of columns that the survey hands to `onRecord`, in this order. */
  readonly watched: readonly string[];
}

export interface XmlLayout {
  /** Name of the root element; another root is `file.mismatch`. */
  readonly root: string;
  readonly encodings: readonly Encoding[];
  /** Attributes of the root element to hand out as `Survey.header`: header name → attribute. */
  readonly header: Readonly<Record<string, string>>;
  readonly tables: readonly XmlTable[];
  /** The end marker with its counts (attribute → table); missing or different counts are `file.truncated`. */
  readonly end?: { readonly element: string; readonly counts: Readonly<Record<string, string>> };
}
