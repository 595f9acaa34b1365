import { join } from 'node:path';
import { compileStatistics, type StatisticsDocument, StatisticsFault, type TableDocument } from '#libs/minimiser';
import { packageRoot } from '#libs/runtime';
import { readCodeLists, readPolicies } from '#libs/services';
import { readTables } from './read-tables.js';

const CONFIG = join(packageRoot(), 'config');
const book = readPolicies(CONFIG);
const codes = Object.fromEntries(Object.entries(readCodeLists(CONFIG)).map(([list, of]) => [list, Object.keys(of)]));
const title = { en: 'a', fr: 'b' };
const compile = (...tables: readonly Omit<TableDocument, 'title'>[]) => {
  const named = Object.fromEntries(tables.map((table, at) => [`t${String(at)}`, { title, ...table }]));
  const document: StatisticsDocument = { statistics: 'tables', version: 1, minimum: 11, reserve: 5, tables: named };
  return compileStatistics(document, book, codes);
};
const faultOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof StatisticsFault) return error.key;
    throw error;
  }
  return 'none';
};
const table = (dimensions: readonly string[], bySite = false, population: 'persons' | 'aids' = 'persons') => ({
  population,
  dimensions,
  bySite,
});

test('the shipped tables can be published', () => {
  expect(readTables(CONFIG).length).toBeGreaterThan(3);
});

test('of all unified fields only those can be a dimension that tell neither a worker, nor a unit, nor a place', () => {
  const names = [
    ...book.fields.map(({ entity, field }) => `${entity}.${field}`),
    'professionalAct.worker',
    'person.agent',
    'case.referent',
  ];
  const allowed = (['persons', 'aids'] as const).flatMap((population) =>
    names.filter((name) => faultOf(() => compile(table([name], false, population))) === 'none'),
  );
  expect(allowed.sort()).toEqual([
    'aid.nature',
    'aid.outcome',
    'case.childrenCount',
    'case.familyContext',
    'case.housingType',
    'person.childrenCount',
    'person.educationLevel',
    'person.employmentStatus',
    'person.housingType',
    'person.maritalStatus',
    'person.sex',
  ]);
});

test('a sensitive code is no category of its own', () => {
  const [nature] = compile(table(['aid.nature'], false, 'aids')).tables[0]?.by ?? [];
  expect(nature?.categories).not.toContain('health');
  expect(nature?.categories).toContain('unknown');
});

test('tables whose dimensions make a circle are refused, site among them', () => {
  const triangle = [
    table(['person.sex', 'person.housingType']),
    table(['person.housingType', 'person.maritalStatus']),
    table(['person.maritalStatus', 'person.sex']),
  ];
  expect(faultOf(() => compile(...triangle))).toBe('statistics.circle');
  expect(faultOf(() => compile(...triangle.slice(0, 2)))).toBe('none');
  const sites = [
    table(['person.sex'], true),
    table(['person.housingType'], true),
    table(['person.sex', 'person.housingType']),
  ];
  expect(faultOf(() => compile(...sites))).toBe('statistics.circle');
  expect(faultOf(() => compile(table(['person.sex', 'person.housingType'], true)))).toBe('statistics.site');
});
