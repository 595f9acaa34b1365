import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createXmlAdapter } from '#libs/adapters';

const FOLDER = join(import.meta.dirname, '../../../shared/data/xml-attacks');
/** Files without a DOCTYPE, and how many records they hold. */
const HARMLESS = new Map([
  ['simple.xml', 2],
  ['simple-ns.xml', 2],
]);
const BLOCK = 64;

const adapter = createXmlAdapter({
  root: 'root',
  encodings: ['utf-8'],
  header: {},
  tables: [{ table: 'element', path: 'element', watched: [], columns: [{ name: 'key', path: '@key' }] }],
});

const survey = async (bytes: Buffer) => {
  let consumed = 0;
  async function* blocks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += BLOCK) {
      consumed = Math.min(at + BLOCK, bytes.length);
      yield bytes.subarray(at, consumed);
    }
  }
  return { result: await adapter.survey(blocks(), { chunkRecords: 10 }), consumed: () => consumed };
};

if (existsSync(FOLDER)) {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.xml'));
  const attacks = files.filter((file) => readFileSync(join(FOLDER, file)).includes('<!DOCTYPE'));

  it('knows every file of the suite as an attack or as harmless', () => {
    expect([...attacks, ...HARMLESS.keys()].sort()).toEqual(files.sort());
  });

  it.each(attacks)('%s is forbidden where its DOCTYPE begins, before any of it is read', async (file) => {
    const bytes = readFileSync(join(FOLDER, file));
    const doctype = bytes.indexOf('<!DOCTYPE');
    const { result, consumed } = await survey(bytes);
    expect(result).toMatchObject({ ok: false, refusal: { reason: 'xml.forbidden', byteOffset: doctype } });
    expect(consumed()).toBeLessThanOrEqual(doctype + 2 * BLOCK);
    expect(JSON.stringify(result).length).toBeLessThan(300);
  });

  it.each([...HARMLESS])('%s is read, namespace or not', async (file, element) => {
    const { result } = await survey(readFileSync(join(FOLDER, file)));
    expect(result).toMatchObject({ ok: true, survey: { records: { element } } });
  });
} else {
  it.skip('the XML attack suite is not beside the checkout', () => undefined);
  process.stderr.write('conformance: no XML attack suite beside the checkout, skipped\n');
}
