import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceRecord, XmlLayout } from '#libs/domain';
import { recordsOf, surveyOf } from './testing/blocks.js';
import { TIPI_LAYOUT } from './testing/tipi.layout.js';
import { createXmlAdapter } from './xml-adapter.js';

const SAMPLES = join(import.meta.dirname, '../../../../../shared/samples');
/** Every value of a dropped field carries such a token. */
const DROPPED = /KNR[A-Z0-9]{9}/;
const SMALL_BLOCK = 777;

/** Columns of the 4D tables without their free text, which is what a policy leaves. */
const FOURD_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Foyers: ['ID_Foyer', 'Type_Foyer', 'Adresse1', 'CP', 'Modif_Le'],
  Personnes: ['ID_Personne', 'ID_Foyer', 'Nom', 'Prenoms', 'Ne_Le', 'Situation'],
  Entretiens: ['ID_Entretien', 'ID_Personne', 'Le', 'Genre'],
  Aides: ['ID_Aide', 'ID_Personne', 'Nature', 'Montant_Demande'],
};

const FOURD: XmlLayout = {
  root: 'base4D',
  encodings: ['utf-8', 'iso-8859-1', 'windows-1252'],
  header: {},
  tables: Object.entries(FOURD_COLUMNS).map(([table, columns]) => ({
    table,
    path: `table[@nom='${table}']/enregistrement`,
    watched: [],
    columns: columns.map((name) => ({ name, path: name })),
  })),
};

interface Truth {
  readonly files: readonly {
    readonly name: string;
    readonly system: string;
    readonly table: string;
    readonly read: number;
    readonly persons?: { readonly read: number };
    readonly aids?: { readonly read: number };
  }[];
}

const readWhole = async (layout: XmlLayout, bytes: Buffer): Promise<SourceRecord[]> => {
  const adapter = createXmlAdapter(layout);
  return recordsOf(adapter, bytes, await surveyOf(adapter, bytes, { chunkRecords: 7, size: SMALL_BLOCK }), SMALL_BLOCK);
};

const count = (records: readonly SourceRecord[], table: string): number =>
  records.filter((record) => record.table === table && record.fault === undefined).length;

if (existsSync(SAMPLES)) {
  const truth = JSON.parse(readFileSync(join(SAMPLES, 'night/truth.json'), 'utf8')) as Truth;

  it.each(truth.files.filter(({ system }) => system === 'tipi'))('$name holds what its truth says', async (file) => {
    const records = await readWhole(TIPI_LAYOUT, readFileSync(join(SAMPLES, 'night/ssdp-06', file.name)));
    expect(count(records, 'DOSSIER')).toBe(file.read);
    expect(count(records, 'PERSONNE')).toBe(file.persons?.read);
    expect(count(records, 'AIDE')).toBe(file.aids?.read);
    expect(JSON.stringify(records)).not.toMatch(DROPPED);
  });

  it.each(readdirSync(join(SAMPLES, '4d-xml')))('4d-xml/%s holds what its truth says', async (name) => {
    const table = name.replace('.xml', '');
    const records = await readWhole(FOURD, readFileSync(join(SAMPLES, '4d-xml', name)));
    expect(count(records, table)).toBe(truth.files.find((file) => file.system === '4d' && file.table === table)?.read);
    expect(records.filter(({ fields }) => fields.includes(undefined))).toEqual([]);
    expect(JSON.stringify(records)).not.toMatch(DROPPED);
  });
} else {
  it.skip('there are no samples beside the checkout', () => undefined);
  process.stderr.write('xml: no samples beside the checkout, skipped\n');
}
