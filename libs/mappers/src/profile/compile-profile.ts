import type { DelimitedLayout, XmlLayout } from '#libs/domain';
import { applyOverlay } from './apply-overlay.js';
import { ProfileWords } from './column-writer.js';
import { compileTable, type Keeps, type TablePlan } from './compile-table.js';
import { compileFilePattern, type FilePattern } from './file-pattern.js';
import { delimitedLayout, xmlLayout } from './layout.js';
import type { CodeLists, OverlayDocument, ProfileDocument, ShapeDocument } from './profile-document.js';

/** One shape that a source's exports come in. */
export interface CompiledShape {
  readonly name: string;
  readonly reader: 'delimited' | 'xml';
  readonly fileName: FilePattern;
  /** How the names of its files end, lower case, with the dot. */
  readonly ending: string;
  /** Whether a file holds one table, told by its name. */
  readonly oneTableAFile: boolean;
  /** How to read a file of this shape; `table` is the one that its name tells. */
  readonly layout: (table: string | null) => DelimitedLayout | XmlLayout;
  /** Words of the file's own header for a full and a delta export. */
  readonly modes: { readonly full: string; readonly delta: string } | null;
}

/** A profile ready to run: closures only, no YAML. */
export interface CompiledProfile {
  readonly name: string;
  readonly version: number;
  readonly title: { readonly en: string; readonly fr: string };
  /** False for profiles that only serve `passerelle read`. */
  readonly importable: boolean;
  readonly shapes: readonly CompiledShape[];
  /** Tables in the profile's order. */
  readonly tableNames: readonly string[];
  readonly tables: ReadonlyMap<string, TablePlan>;
}

/**
 * Compiles a profile for one site. Fields that `keeps` denies are compiled out: no adapter is asked for their columns.
 * @throws ProfileFault with the place in the document
 */
export const compileProfile = (
  document: ProfileDocument,
  options: { readonly overlay?: OverlayDocument | null; readonly lists: CodeLists; readonly keeps: Keeps },
): CompiledProfile => {
  const overlay = options.overlay ?? null;
  const profile = applyOverlay(document, overlay);
  const words = new ProfileWords(profile, options.lists);
  const tableNames = Object.keys(profile.tables);
  const importable = tableNames.every((table) => profile.tables[table]?.columns !== 'all');
  const tables = new Map<string, TablePlan>();
  if (importable) for (const table of tableNames) tables.set(table, compileTable(profile, words, table, options.keeps));
  const renamed = (table: string, column: string): string => overlay?.columns?.[table]?.[column] ?? column;
  const shapes = Object.entries(profile.shapes).map(([name, shape]): CompiledShape => ({
    name,
    reader: shape.reader,
    fileName: compileFilePattern(shape.files, tableNames),
    ending: (/\.[A-Za-z0-9]+$/.exec(shape.files)?.[0] ?? '').toLowerCase(),
    oneTableAFile: shape.files.includes('{TABLE}'),
    modes: shape.reader === 'xml' ? (shape.modes ?? null) : null,
    layout: (table) => layoutOf(profile, tables, shape, table, renamed),
  }));
  return {
    name: profile.profile,
    version: profile.version,
    title: profile.title,
    importable,
    shapes,
    tableNames,
    tables,
  };
};

const layoutOf = (
  profile: ProfileDocument,
  tables: ReadonlyMap<string, TablePlan>,
  shape: ShapeDocument,
  table: string | null,
  renamed: (table: string, column: string) => string,
): DelimitedLayout | XmlLayout =>
  shape.reader === 'delimited'
    ? delimitedLayout(profile, tables, shape, table ?? Object.keys(profile.tables)[0] ?? '', renamed)
    : xmlLayout(profile, tables, shape, table, renamed);
