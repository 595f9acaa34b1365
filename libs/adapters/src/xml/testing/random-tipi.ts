import fc from 'fast-check';
import type { XmlEncoding } from '../encoding/decoder.js';

/** A record as it was written: what must be read back. */
export interface Written {
  readonly table: string;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly fields: Readonly<Record<string, string>>;
}

export interface RandomDocument {
  readonly encoding: XmlEncoding;
  readonly bytes: Buffer;
  readonly records: readonly Written[];
}

const value = fc.constantFrom('', 'MARTIN', 'Zoé', 'ÿ', 'a > b', "l'été", 'x'.repeat(40));
const noise = fc.constantFrom(
  '',
  '\r\n  ',
  '<!-- <DOSSIER num="no"> -->',
  '<?pi x?>',
  '<X><NOM>no</NOM></X>',
  '<MOTIF><![CDATA[<b>]]></MOTIF>',
);
const person = fc.record({ id: value, nom: value, before: noise, after: noise });
const aid = fc.record({ num: value, codes: fc.array(value, { minLength: 1, maxLength: 3 }), after: noise });
const dossier = fc.record({
  num: value,
  persons: fc.array(person, { maxLength: 3 }),
  ville: value,
  aids: fc.array(aid, { maxLength: 2 }),
  after: noise,
});

type Dossier = typeof dossier extends fc.Arbitrary<infer T> ? T : never;

const escape = (text: string): string => text.replaceAll("'", '&#39;').replaceAll('é', '&#xE9;é');
const unescaped = (text: string): string => text.replaceAll('é', 'éé');

/** Writes a document and notes where each record begins and ends in its bytes. */
class Writer {
  readonly records: Written[] = [];
  readonly counts = { DOSSIER: 0, PERSONNE: 0, AIDE: 0 };
  text = '';

  constructor(private readonly encoding: XmlEncoding) {}

  bytes(): Buffer {
    return Buffer.from(this.text, this.encoding === 'utf-8' ? 'utf8' : 'latin1');
  }

  record(table: keyof Writer['counts'], fields: Written['fields'], write: () => void): void {
    this.counts[table] += 1;
    const place = this.records.length;
    const byteOffset = this.bytes().length;
    this.records.push({ table, byteOffset, byteLength: 0, fields });
    write();
    this.records[place] = { table, byteOffset, byteLength: this.bytes().length - byteOffset, fields };
  }

  dossier({ num, persons, ville, aids, after }: Dossier): void {
    this.record('DOSSIER', { num: unescaped(num), ville: unescaped(ville) }, () => {
      this.text += `<DOSSIER num='${escape(num)}'>`;
      for (const { id, nom, before, after: end } of persons) {
        this.text += before;
        this.record('PERSONNE', { id: unescaped(id), nom: unescaped(nom) }, () => {
          this.text += `<PERSONNE id='${escape(id)}'>${before}<NOM>${escape(nom)}</NOM>${end}</PERSONNE>`;
        });
      }
      for (const { num: key, codes, after: end } of aids)
        this.record('AIDE', { num: unescaped(key), code: codes.map(unescaped).join('\u001e') }, () => {
          this.text += `<AIDE num='${escape(key)}'>`;
          for (const code of codes) this.text += `${end}<DECISION code='${escape(code)}'/>`;
          this.text += '</AIDE>';
        });
      this.text += `<ADRESSE><VILLE>${escape(ville)}</VILLE></ADRESSE>${after}</DOSSIER>`;
    });
    this.text += after;
  }
}

/** Random TIPI documents in any allowed encoding, with what must be read from them. */
export const randomTipi: fc.Arbitrary<RandomDocument> = fc
  .record({
    encoding: fc.constantFrom<XmlEncoding>('utf-8', 'iso-8859-1', 'windows-1252'),
    marked: fc.boolean(),
    dossiers: fc.array(dossier, { maxLength: 5 }),
  })
  .map(({ encoding, marked, dossiers }) => {
    const writer = new Writer(encoding);
    if (marked && encoding === 'utf-8') writer.text += '\ufeff';
    writer.text += `<?xml version="1.0" encoding="${encoding}"?>\r\n<TIPI site="S" date="D" type="T">\n`;
    for (const each of dossiers) writer.dossier(each);
    const { DOSSIER, PERSONNE, AIDE } = writer.counts;
    writer.text += `<FIN dossiers="${DOSSIER}" personnes="${PERSONNE}" aides="${AIDE}"/></TIPI>`;
    return { encoding, bytes: writer.bytes(), records: writer.records };
  });
