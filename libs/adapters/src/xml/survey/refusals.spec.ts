import { LIMITS } from '../limits.js';
import { blocksOf } from '../testing/blocks.js';
import { TIPI_LAYOUT, tipiDocument } from '../testing/tipi.layout.js';
import { createXmlAdapter } from '../xml-adapter.js';

const adapter = createXmlAdapter(TIPI_LAYOUT);
const ROOT = '<TIPI site="S" date="D" type="T">';
const END = '<FIN dossiers="0" personnes="0" aides="0"/></TIPI>';

const refusalOf = async (document: string | Buffer, size?: number) => {
  const result = await adapter.survey(blocksOf(Buffer.from(document), size), { chunkRecords: 5000 });
  return result.ok ? undefined : result.refusal;
};

const dossier = (inside: string): string => tipiDocument([`<DOSSIER num="T1">${inside}</DOSSIER>`]);

it.each([
  ['a DOCTYPE', `<!DOCTYPE TIPI>${ROOT}${END}`, 'xml.forbidden', 'xml.doctype'],
  ['an entity declaration', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'xml.forbidden', 'xml.doctype'],
  ['a DOCTYPE in small letters', '<!doctype html><html/>', 'xml.forbidden', 'xml.doctype'],
  ['an entity declaration in the root', `${ROOT}<!ENTITY a "b">${END}`, 'xml.forbidden', 'xml.doctype'],
  ['an unknown entity', `${ROOT}&eacute;${END}`, 'xml.malformed', 'xml.reference'],
  ['a reference to no character', `${ROOT}&#0;${END}`, 'xml.malformed', 'xml.reference'],
  ['a bare &', `${ROOT}a & b${END}`, 'xml.malformed', 'xml.reference'],
  ['another root', '<TIPIX/>', 'file.mismatch', 'xml.root'],
  ['a missing header attribute', `<TIPI site="S" date="D">${END}`, 'file.mismatch', 'xml.header'],
  ['nothing', '', 'file.truncated', 'xml.empty'],
  ['half a byte-order mark', Buffer.of(0xef, 0xbb), 'file.truncated', 'xml.unclosed'],
  ['a declaration only', '<?xml version="1.0"?>', 'file.truncated', 'xml.unclosed'],
  ['an open root', `${ROOT}<DOSSIER num="T1"/>`, 'file.truncated', 'xml.unclosed'],
  ['no end marker', `${ROOT}</TIPI>`, 'file.truncated', 'xml.end-missing'],
  [
    'an end marker without a count',
    `${ROOT}<FIN dossiers="0" aides="0"/></TIPI>`,
    'file.truncated',
    'xml.end-uncounted',
  ],
  [
    'other counts',
    tipiDocument(['<DOSSIER num="1"/>']).replace('="1" p', '="2" p'),
    'file.truncated',
    'xml.end-counts',
  ],
  ['tags that do not match', dossier('<a></b>'), 'xml.malformed', 'xml.end-tag'],
  ['an end tag too many', `${ROOT}${END}</TIPI>`, 'xml.malformed', 'xml.end-tag'],
  ['text after the root', `${ROOT}${END}x`, 'xml.malformed', 'xml.outside'],
  ['a second root', `${ROOT}${END}<TIPI/>`, 'xml.malformed', 'xml.outside'],
  ['an attribute given twice', dossier('<a b="1" b="2"/>'), 'xml.malformed', 'xml.attribute'],
  ['an attribute without quotes', dossier('<a b=1/>'), 'xml.malformed', 'xml.attribute'],
  ['a control character in dropped text', dossier('<a>\x01</a>'), 'xml.malformed', 'xml.character'],
  ['two dashes in a comment', dossier('<!-- a -- b -->'), 'xml.malformed', 'xml.comment'],
  ['an XML declaration that is none', '<?xml encoding="UTF-8"?><TIPI/>', 'xml.malformed', 'xml.declaration'],
  ['UTF-16', Buffer.from('\ufeff<TIPI/>', 'utf16le'), 'file.unreadable', 'xml.encoding'],
  [
    'an encoding that is not allowed',
    '<?xml version="1.0" encoding="EBCDIC-FR"?><TIPI/>',
    'file.unreadable',
    'xml.encoding',
  ],
  ['two encodings', `\ufeff${tipiDocument([], 'ISO-8859-1')}`, 'file.unreadable', 'xml.encoding-conflict'],
])('%s is refused, however the bytes are cut', async (_, document, reason, key) => {
  const whole = await refusalOf(document);
  expect(whole).toMatchObject({ reason, detail: { key } });
  for (const size of [1, 2, 3, 7]) expect(await refusalOf(document, size)).toEqual(whole);
});

it.each([
  ['depth', dossier('<a>'.repeat(LIMITS.depth) + '</a>'.repeat(LIMITS.depth))],
  ['tag', dossier(`<a b="${'x'.repeat(LIMITS.tag)}"/>`)],
  ['attributes', dossier(`<a ${Array.from({ length: LIMITS.attributes + 1 }, (_, at) => `b${at}=""`).join(' ')}/>`)],
  ['value', dossier(`<ADRESSE><VOIE>${'x'.repeat(LIMITS.value)}</VOIE></ADRESSE>`)],
  ['record', dossier('<COMMENTAIRE>x</COMMENTAIRE>'.repeat(LIMITS.record / 16))],
  ['nested', dossier('<AIDE/>'.repeat(LIMITS.nested))],
])('a document beyond the limit "%s" is refused', async (limit, document) => {
  const detail = { key: `xml.limit.${limit}`, args: { maximum: LIMITS[limit as keyof typeof LIMITS] } };
  expect(await refusalOf(document)).toMatchObject({ reason: 'xml.malformed', detail });
});

it('a dropped text may be longer than any value', async () => {
  expect(await refusalOf(dossier(`<COMMENTAIRE>${'x'.repeat(LIMITS.value * 2)}</COMMENTAIRE>`))).toBeUndefined();
});

it('says line, column and byte of what it saw', async () => {
  const document = `<?xml version="1.0"?>\r\n${ROOT}\r\n  <DOSSIER num="é">é<a></b></DOSSIER>`;
  const before = document.slice(0, document.indexOf('</b>'));
  expect(await refusalOf(document)).toMatchObject({ line: 3, column: 24, byteOffset: Buffer.byteLength(before) });
});

it('reads no further than a DOCTYPE, whatever it declares', async () => {
  let handed = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('<!DOCTYPE a [<!ENTITY b "');
    for (;;) {
      handed += 1;
      yield Buffer.alloc(1 << 16, 'x');
    }
  }
  const result = await adapter.survey(endless(), { chunkRecords: 1 });
  expect(result).toMatchObject({ ok: false, refusal: { reason: 'xml.forbidden', line: 1, column: 1 } });
  expect(handed).toBe(0);
});
