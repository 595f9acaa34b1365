import { readOptions } from './options.js';

const read = (words: string) => readOptions(words.split(' '), ['import', 'link', 'gateway']);

describe('the words of npm run bench', () => {
  it('has defaults, and smaller ones with --quick', () => {
    expect(read('import')).toEqual({
      ...{ suite: 'import', records: 1_000_000, rounds: 3, source: null, json: null },
      ...{ quick: false, trainShipped: false },
    });
    expect(read('import --quick')).toMatchObject({ records: 50_000, rounds: 1 });
    expect(read('import --quick --records 20000')).toMatchObject({ records: 20_000, rounds: 1 });
  });

  it('has a size of its own for each suite', () => {
    expect(read('link')).toMatchObject({ records: 200_000, rounds: 1, trainShipped: false });
    expect(read('link --quick --train-shipped')).toMatchObject({ records: 20_000, quick: true, trainShipped: true });
    expect(read('gateway')).toMatchObject({ records: 20_000, rounds: 3 });
  });

  it('takes one source, and a file for the report', () => {
    expect(read('import --source coordin --json /tmp/report.json')).toMatchObject({
      source: 'coordin',
      json: '/tmp/report.json',
    });
  });

  it.each([
    '',
    'other',
    'import now',
    'import --records many',
    'import --records 10',
    'import --source csv',
    'import --fast',
  ])('refuses "%s"', (words) => {
    expect(read(words)).toBeNull();
  });
});
