import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TeachingError } from '#libs/domain';
import { type BenchConfig, readBenchConfig } from './bench-config.js';
import { type BenchResult, runBench } from './run-bench.js';
import { writeChart } from './write-chart.js';

const CONFIG = join(import.meta.dirname, '../../../../../config');
const SILENT = { read: () => undefined, stage: () => undefined };

const folder = mkdtempSync(join(tmpdir(), 'passerelle-link-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** Weights with which one name and one date make a link. */
const MODEL = {
  ...{ version: 1, linkage: 'test', linkageVersion: 1, prior: -10, frequencies: {} },
  fields: {
    name: { m: [0.8, 0.06, 0.08, 0.02, 0.01, 0.01, 0.02], u: [0.001, 0.001, 0.003, 0.002, 0.002, 0.001, 0.99] },
    birth: { m: [0.9, 0.04, 0.02, 0.02, 0.02], u: [0.00004, 0.002, 0.005, 0.004, 0.98] },
  },
  trainedOn: { records: 1, candidatePairs: 1, randomPairs: 1, expectedMatches: 1, keysUsed: [] },
};
file('model.json', JSON.stringify(MODEL));
const document = (id: string): string => `linkage: test
version: 1
${id}
model: model.json
fields:
  name: { kind: names, from: [nom] }
  birth: { kind: date, from: [naissance], formats: [DD/MM/YYYY] }
blocking: [[birth.full], [name.phonetic1]]
largestBlock: 50
families: { name: [name], birth: [birth] }
decide:
  automatic: { probability: 0.99, margin: 6, families: 2 }
  review: { from: -3, vetoedFrom: 10 }
`;
const config = (): BenchConfig => readBenchConfig(CONFIG, file('bench.yml', document('id: cle')));

const run = (left: string, right: string | null, truth: string | null = null): Promise<BenchResult> =>
  runBench(config(), { left, right }, truth, SILENT, new AbortController().signal);

const faultOf = async (work: () => Promise<unknown>): Promise<{ code: string; args: object }> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof TeachingError) return { code: error.code, args: error.args };
    throw error;
  }
  throw new Error('nothing was wrong');
};

const LEFT = file('left.csv', 'cle,nom,naissance\n1,Zélie Korrigan,12/03/1975\n2,Paul Durand,30/01/1951\n');
const RIGHT = file('right.csv', 'cle,nom,naissance\n1,Paul Durand,30/01/1951\n9,Zelie KORRIGAN,12/03/1975\n');

describe('a bench on two files', () => {
  it('links across them, though their ids are the same, left before right', async () => {
    const { pairs, records, quality } = await run(LEFT, RIGHT);
    const told = pairs.map(({ left, right, decision }) => `${left} ${right} ${decision}`);
    expect(told.sort()).toEqual(['1 9 link', '2 1 link']);
    expect([records, quality]).toEqual([4, null]);
  });

  it('reads windows-1252 with semicolons, and columns in any order with spaces around them', async () => {
    const text = 'naissance ; nom ; cle\r\n12/03/1975 ; Zélie Korrigan ; x7\r\n';
    const { pairs } = await run(LEFT, file('windows.csv', Buffer.from(text, 'latin1')));
    expect(pairs).toMatchObject([{ left: '1', right: 'x7', decision: 'link' }]);
  });

  it('tells how good that is, by true pairs or by persons', async () => {
    const byPairs = await run(LEFT, RIGHT, file('pairs.csv', 'left,right\n1,9\n2,1\n'));
    expect(byPairs.quality?.overall).toMatchObject({ truePairs: 2, rightLinks: 2, wrongLinks: 0, precision: 1 });
    expect(byPairs.quality?.blockingRecall).toBe(1);
    const wrong = await run(LEFT, RIGHT, file('wrong.csv', 'left,right\n1,9\n'));
    expect(wrong.quality?.overall).toMatchObject({ truePairs: 1, rightLinks: 1, wrongLinks: 1 });
  });

  it('draws what every threshold would give', async () => {
    const { quality } = await run(LEFT, RIGHT, file('pairs.csv', 'left,right\n1,9\n2,1\n'));
    if (quality === null) throw new Error('the truth was told');
    await writeChart(join(folder, 'chart.svg'), quality, 'automatic', 'en');
    const fault = await faultOf(() => writeChart(join(folder, 'no', 'chart.svg'), quality, 'automatic', 'en'));
    expect(fault.code).toBe('link-bench.unwritable');
  });
});

describe('a bench on one file', () => {
  const rows = ['a,Zélie Korrigan,12/03/1975', 'b,Zelie Korrigan,12/03/1975', 'c,Zélie KORRIGAN,12/03/1975'];
  const one = file('one.csv', ['cle,nom,naissance', ...rows, 'd,Paul Durand,30/01/1951', ''].join('\n'));

  it('finds all duplicates, also three of one', async () => {
    const { pairs } = await run(one, null, file('persons.csv', 'id,person,kind\na,p,trio\nb,p,trio\nc,p,trio\nd,q,\n'));
    expect(pairs.map(({ left, right }) => left + right).sort()).toEqual(['ab', 'ac', 'bc']);
  });

  it('counts by kind, and leaves out whom the truth does not name', async () => {
    const { quality } = await run(one, null, file('some.csv', 'id,person,kind\na,p,trio\nb,p,trio\n'));
    expect(quality?.records).toBe(2);
    expect(quality?.kinds).toMatchObject({ trio: { truePairs: 1, rightLinks: 1 } });
  });
});

describe('a bench cannot', () => {
  it.each([
    ['read what is not there', join(folder, 'none.csv'), 'link-bench.unreadable'],
    ['do without a column', file('narrow.csv', 'cle,nom\n1,Secret\n'), 'link-bench.columns'],
    ['name a record without an id', file('nameless.csv', 'cle,nom,naissance\n,Secret,1\n'), 'link-bench.no-id'],
    ['tell two ids apart', file('twice.csv', 'cle,nom,naissance\n1,Secret,1\n1,Secret,2\n'), 'link-bench.same-id'],
    ['read a torn record', file('torn.csv', 'cle,nom,naissance\n1,Secret\n'), 'link-bench.malformed'],
  ])('%s, and never quotes a value', async (_, path, code) => {
    const fault = await faultOf(() => run(path, null));
    expect(fault.code).toBe(code);
    expect(JSON.stringify(fault.args)).not.toContain('Secret');
  });

  it('take the first record of a headless file for a header, and quote it', async () => {
    const fault = await faultOf(() => run(file('headless.csv', '1,Secret,12/03/1975\n'), null));
    expect(fault).toMatchObject({ code: 'link-bench.columns', args: { columns: 3 } });
    expect(JSON.stringify(fault.args)).not.toContain('Secret');
  });

  it('read a truth in another form', async () => {
    expect((await faultOf(() => run(LEFT, RIGHT, file('odd.csv', 'x,y\n1,2\n')))).code).toBe('link-bench.truth');
  });

  it('do without a column that names records, or with a model that is not there', async () => {
    const read = (text: string) => faultOf(async () => readBenchConfig(CONFIG, file('other.yml', text)));
    expect((await read(document(''))).code).toBe('link-bench.id-needed');
    expect((await read(document('id: cle').replace('model.json', 'none.json'))).code).toBe('link-bench.unreadable');
  });
});
