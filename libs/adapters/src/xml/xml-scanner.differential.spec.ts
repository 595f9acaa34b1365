import fc from 'fast-check';
import { accepts, EventLog } from './testing/event-log.js';
import { SaxesReader } from './testing/saxes-reader.js';
import { XmlScanner } from './scanner/xml-scanner.js';

const ASKED = ['a', 'é', 'b:c'];
const NAMES = ['a', 'NOM', 'é', 'b:c', 'x-1'];

const text = fc.constantFrom(
  '',
  'Zoé',
  ' \r\n',
  '\t',
  'a]b',
  ']]',
  '&amp;',
  '&#233;',
  '&#x1F600;',
  '&#13;',
  '\r',
  '€',
  '>',
);
const attribute = fc.tuple(
  fc.constantFrom(...ASKED),
  fc.constantFrom('', 'é', '&lt;', '\n', "'", '>', '\t', '&#10;', ']]>'),
  fc.constantFrom(' ', '\r\n ', ' \n'),
);
const aside = fc.constantFrom(
  '<![CDATA[]]>',
  '<![CDATA[<b>]]]>',
  '<!-- - é -->',
  '<?pi?>',
  '<?pi a?b ?>',
  '<![CDATA[\r\n]]>',
  '<!---->',
);

const element: fc.Memo<string> = fc.memo((depth) =>
  fc
    .tuple(
      fc.constantFrom(...NAMES),
      fc.uniqueArray(attribute, { maxLength: 3, selector: ([name]) => name }),
      fc.array(depth <= 1 ? fc.oneof(text, aside) : fc.oneof(text, aside, element(depth - 1)), { maxLength: 4 }),
    )
    .map(([name, attributes, content]) => {
      const start = `<${name}${attributes.map(([key, value, space]) => `${space}${key}="${value}"`).join('')}`;
      return content.length === 0 ? `${start} />` : `${start}>${content.join('')}</${name}\n>`;
    }),
);

const documents = fc
  .tuple(
    fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>', "<?xml version='1.0'\n?>\n"),
    fc.constantFrom('', '<!-- c -->\n', '<?pi x?>'),
    element(3),
    fc.constantFrom('', '\n', '<!-- end -->'),
  )
  .map((parts) => Buffer.from(parts.join('')));

/** A processing instruction whose name ends with a `?` that is not its end: saxes takes it, XML 1.0 (production 16) does not. */
const TAKEN_BY_SAXES = /<\?[^\s?<>]+\?(?!>)/;

/** What breaks documents most: the characters of markup, in any place. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 3 }),
  put: fc.constantFrom(
    '',
    '<',
    '>',
    '/',
    '&',
    ';',
    ']',
    '-',
    '!',
    '?',
    '"',
    "'",
    '=',
    ' ',
    'a',
    '\0',
    '\x0b',
    'é',
    '<a>',
    '</a>',
    ']]>',
    '<!D',
  ),
});

const mutate = (bytes: Buffer, { at, cut, put }: { at: number; cut: number; put: string }): Buffer => {
  const place = Math.floor(at * bytes.length);
  return Buffer.concat([bytes.subarray(0, place), Buffer.from(put), bytes.subarray(place + cut)]);
};

const split = (bytes: Buffer, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));

const compare = (bytes: Buffer, size: number): void => {
  const ours = new EventLog(ASKED);
  const theirs = new EventLog(ASKED);
  const scanner = new XmlScanner(ours, { allowed: ['utf-8'] });
  const accepted = accepts(scanner, split(bytes, size));
  expect([bytes.toString(), accepted]).toEqual([bytes.toString(), accepts(new SaxesReader(theirs, 'utf-8'), [bytes])]);
  if (accepted) expect(ours.events).toEqual(theirs.events);
};

describe('the scanner against saxes', () => {
  it('says the same of well-formed documents, however the bytes are cut', () => {
    fc.assert(fc.property(documents, fc.integer({ min: 1, max: 40 }), compare), { numRuns: 400 });
  });

  it('takes and refuses the same documents when they are broken', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 40 }),
        (bytes, changes, size) => {
          const broken = changes.reduce(mutate, bytes);
          fc.pre(!TAKEN_BY_SAXES.test(broken.toString()));
          compare(broken, size);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it.each(['<?xm?l version="1.0"?><a/>', '<a><?pi?b?></a>', '<a><?pi??></a>'])(
    'refuses what saxes takes: %s',
    (said) => {
      const accepted = [
        accepts(new XmlScanner(new EventLog(ASKED), { allowed: ['utf-8'] }), [Buffer.from(said)]),
        accepts(new SaxesReader(new EventLog(ASKED), 'utf-8'), [Buffer.from(said)]),
      ];
      expect(accepted).toEqual([false, true]);
      expect(said).toMatch(TAKEN_BY_SAXES);
    },
  );
});
