import type { DelimitedLayout, XmlLayout } from '#libs/domain';
import { shippedLists, shippedProfile } from '../testing/shipped-profiles.js';
import { compileProfile, type CompiledProfile } from './compile-profile.js';
import type { OverlayDocument, ProfileDocument } from './profile-document.js';
import { ProfileFault } from './profile-fault.js';

const lists = shippedLists();
const compile = (document: ProfileDocument, overlay: OverlayDocument | null = null, dropped = ''): CompiledProfile =>
  compileProfile(document, {
    overlay,
    lists,
    keeps: (entity, field) => `${entity}.${field}` !== dropped && !UNNAMED.has(field),
  });
const UNNAMED = new Set(['nationalId', 'telephone']);

const layout = (profile: CompiledProfile, shape: string, table: string | null): DelimitedLayout | XmlLayout => {
  const found = profile.shapes.find(({ name }) => name === shape);
  if (found === undefined) throw new Error(`no shape ${shape}`);
  return found.layout(table);
};

/** A profile with one thing changed. */
const changed = (name: string, path: readonly string[], value: unknown): ProfileDocument => {
  const copy = structuredClone(shippedProfile(name)) as unknown as Record<string, unknown>;
  let at = copy;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = value;
  return copy as unknown as ProfileDocument;
};

describe('a compiled profile', () => {
  it.each(['coordin', '4d', 'tipi'])('ships %s, ready to import', (name) => {
    expect(compile(shippedProfile(name)).importable).toBe(true);
  });

  it('asks for no column that nothing uses, and for none of a field that the policy drops', () => {
    const { wanted } = layout(compile(shippedProfile('coordin')), 'csv', 'USAGERS') as DelimitedLayout;
    for (const dropped of ['LIEU_NAISS', 'OBSERVATIONS', 'REFERENT', 'NATIONALITE', 'NIR', 'TEL']) {
      expect(wanted).not.toContain(dropped);
    }
    const without = layout(compile(shippedProfile('coordin'), null, 'person.addressLine'), 'csv', 'USAGERS');
    expect((without as DelimitedLayout).wanted).not.toContain('ADRESSE');
    expect(wanted).toContain('ADRESSE');
  });

  it('keeps the order of columns of a text without header', () => {
    const { columns } = layout(compile(shippedProfile('4d')), 'text', 'Entretiens') as DelimitedLayout;
    expect(columns?.slice(0, 5)).toEqual(['ID_Entretien', 'ID_Personne', 'Le', 'A', 'Genre']);
  });

  it('reads one table of a nested document, or all of them', () => {
    const tipi = layout(compile(shippedProfile('tipi')), 'xml', null) as XmlLayout;
    expect(tipi.tables.map(({ table, parent }) => [table, parent])).toEqual([
      ['DOSSIER', undefined],
      ['PERSONNE', 'DOSSIER'],
      ['AIDE', 'DOSSIER'],
    ]);
    const fourd = layout(compile(shippedProfile('4d')), 'xml', 'Aides') as XmlLayout;
    expect(fourd.tables.map(({ path }) => path)).toEqual(["table[@nom='Aides']/enregistrement"]);
  });

  it('knows its files by their names', () => {
    const [shape] = compile(shippedProfile('coordin')).shapes;
    expect(shape?.fileName('COORDIN_USAGERS_SSDP06_20261120.csv')).toEqual({
      table: 'USAGERS',
      site: 'SSDP06',
      night: '2026-11-20',
    });
    expect(shape?.fileName('COORDIN_AUTRES_SSDP06_20261120.csv')).toBeNull();
    expect(shape?.fileName('Personnes.txt')).toBeNull();
  });
});

describe('a site overlay', () => {
  const overlay: OverlayDocument = {
    overlay: 'coordin',
    site: 'ssdp-19',
    codes: { TYPE_LOGT: { '11': 'makeshift' } },
    columns: { USAGERS: { TYPE_LOGT: 'LOGEMENT' } },
    shapes: { csv: { dialect: { delimiter: '|' } } },
  };
  it('adds codes, renames columns and changes dialects', () => {
    const usagers = layout(compile(shippedProfile('coordin'), overlay), 'csv', 'USAGERS') as DelimitedLayout;
    expect(usagers.wanted).toContain('LOGEMENT');
    expect(usagers.wanted).not.toContain('TYPE_LOGT');
    expect(usagers.dialect).toMatchObject({ delimiter: '|', quote: '"' });
  });
  it('cannot extend what is not there', () => {
    const wrong = { ...overlay, codes: { TYPE_LOGEMENT: {} } };
    expect(() => compile(shippedProfile('coordin'), wrong)).toThrow(ProfileFault);
  });
});

describe('a profile that makes no sense', () => {
  const usager = ['tables', 'USAGERS', 'columns', 'NOM'];
  it.each([
    [
      'a field that the model lacks',
      changed('coordin', usager, { field: 'religion', read: 'name' }),
      'profile.unknown-field',
    ],
    [
      'a reader that is not there',
      changed('coordin', usager, { field: 'usageName', read: 'nom' }),
      'profile.unknown-reader',
    ],
    [
      'a reader of another kind',
      changed('coordin', usager, { field: 'usageName', read: 'date' }),
      'profile.reader-does-not-fit',
    ],
    [
      'a code map that is not there',
      changed('coordin', usager, { field: 'title', codes: 'CIVIL' }),
      'profile.unknown-codes',
    ],
    [
      'codes for free text',
      changed('coordin', usager, { field: 'usageName', codes: 'CIVILITE' }),
      'profile.not-a-code',
    ],
    [
      'a code of no unified list',
      changed('coordin', ['codes', 'CIVILITE', 'map', 'M'], 'sir'),
      'profile.unknown-unified-code',
    ],
    ['acts of nobody', changed('coordin', ['tables', 'INTERVENTIONS', 'person'], undefined), 'profile.no-person'],
    ['a table without key', changed('coordin', ['tables', 'DOSSIERS', 'key'], undefined), 'profile.no-key'],
    [
      'a reference to nowhere',
      changed('coordin', ['tables', 'INTERVENTIONS', 'person', 'table'], 'GENS'),
      'profile.unknown-table',
    ],
  ])('names %s and its place', (_, document, key) => {
    let fault: unknown;
    try {
      compile(document);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(ProfileFault);
    expect((fault as ProfileFault).key).toBe(key);
    expect((fault as ProfileFault).path.length).toBeGreaterThan(1);
  });
});
