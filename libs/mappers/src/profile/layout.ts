import type { DelimitedLayout, XmlColumn, XmlLayout, XmlTable } from '#libs/domain';
import type { TablePlan } from './compile-table.js';
import type { ProfileDocument, ShapeDocument } from './profile-document.js';

type Renamed = (table: string, column: string) => string;
type DelimitedShape = Extract<ShapeDocument, { readonly reader: 'delimited' }>;
type XmlShape = Extract<ShapeDocument, { readonly reader: 'xml' }>;

/** What a plan must see of every record: its key, its birth where 1 January needs counting, and whether it is refused. */
export const watchedColumns = (plan: TablePlan): string[] => [
  plan.key.name,
  ...(plan.withheld === null ? [] : [plan.withheld.name]),
  ...(plan.births === null ? [] : [plan.births.name]),
];

export const delimitedLayout = (
  profile: ProfileDocument,
  tables: ReadonlyMap<string, TablePlan>,
  shape: DelimitedShape,
  table: string,
  renamed: Renamed,
): DelimitedLayout => {
  const plan = tables.get(table);
  const columns = profile.tables[table]?.columns;
  const common = { table, dialect: shape.dialect, encodings: shape.encodings };
  if (plan === undefined || columns === undefined || columns === 'all')
    return { ...common, wanted: 'all', watched: [] };
  return {
    ...common,
    ...(shape.dialect.header ? {} : { columns: Object.keys(columns).map((column) => renamed(table, column)) }),
    wanted: plan.columns.map((column) => renamed(table, column)),
    watched: watchedColumns(plan).map((column) => renamed(table, column)),
  };
};

export const xmlLayout = (
  profile: ProfileDocument,
  tables: ReadonlyMap<string, TablePlan>,
  shape: XmlShape,
  only: string | null,
  renamed: Renamed,
): XmlLayout => ({
  root: shape.root,
  encodings: shape.encodings,
  header: Object.fromEntries(Object.entries(shape.header ?? {}).map(([name, attribute]) => [name, attribute])),
  ...(shape.end === undefined ? {} : { end: shape.end }),
  tables: [...tables.values()]
    .filter((plan) => only === null || plan.table === only)
    .map((plan) => xmlTable(profile, shape, plan, renamed)),
});

const xmlTable = (profile: ProfileDocument, shape: XmlShape, plan: TablePlan, renamed: Renamed): XmlTable => {
  const { table } = plan;
  const document = profile.tables[table];
  const columns = plan.columns.map((name): XmlColumn => {
    const path = renamed(table, name);
    return { name: path, path, ...(plan.repeated.has(name) ? { repeated: true } : {}) };
  });
  return {
    table,
    path: document?.path ?? (shape.record ?? table).replaceAll('{TABLE}', table),
    ...(document?.within === undefined ? {} : { parent: document.within }),
    columns,
    watched: watchedColumns(plan).map((column) => renamed(table, column)),
  };
};
