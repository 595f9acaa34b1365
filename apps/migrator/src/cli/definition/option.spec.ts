import { argument } from './argument.js';
import { defineCommand } from './command.js';
import { option } from './option.js';
import { readDay, UnacceptableValue } from './value-readers.js';

const text = { en: 'an option', fr: 'une option' };

test('a flag is there or not', () => {
  const flag = option.flag({ text });
  expect([flag.collect([]), flag.collect(['']), flag.collect(['', ''])]).toEqual([false, true, true]);
});

test('the last of several values wins, the fallback stands in for none', () => {
  const site = option.text({ text, metavar: 'SITE', fallback: 'SSDP19' });
  expect(site.collect(['A', 'B'])).toBe('B');
  expect(site.collect([])).toBe('SSDP19');
  expect(option.text({ text, metavar: 'SITE' }).collect([])).toBeUndefined();
});

test('a list takes commas and repetition', () => {
  const sites = option.list({ text, metavar: 'S,…' });
  expect(sites.collect(['A, B', 'C'])).toEqual(['A', 'B', 'C']);
  expect(sites.collect([])).toEqual([]);
  expect(() => sites.collect(['A,,B'])).toThrow(UnacceptableValue);
});

test.each(['0', '65', '1.5', '1e3', '', ' 3', 'abc', '99999999999999999999'])('%j is no number of workers', (word) => {
  const workers = option.integer({ text, metavar: 'N', least: 1, most: 64, fallback: 2 });
  expect(() => workers.collect([word])).toThrow(UnacceptableValue);
  expect(workers.collect(['64'])).toBe(64);
});

test.each(['2012-02-30', '2012-13-01', '12-04-10', '10/04/2012', '2012-04-10T00:00', '0000-00-00'])(
  '%s is no day',
  (word) => {
    expect(() => readDay(word)).toThrow(UnacceptableValue);
  },
);

test('a leap day is a day', () => {
  expect(readDay('2012-02-29')).toBe('2012-02-29');
});

test('a value that looks like an option was forgotten', () => {
  const site = option.text({ text, metavar: 'SITE' });
  expect(() => site.collect(['--json'])).toThrow(UnacceptableValue);
  expect(site.collect(['-'])).toBe('-');
});

test('a wrong choice names the nearest, and never itself', () => {
  const fourd = option.choice({ text, metavar: 'FORM', choices: ['txt', 'slk', 'dif'] });
  const wrong = () => fourd.collect(['sylk']);
  expect(wrong).toThrow(
    expect.objectContaining({ nearest: 'slk', expected: expect.objectContaining({ en: 'one of txt, slk, dif' }) }),
  );
  expect(wrong).toThrow(expect.not.objectContaining({ message: expect.stringContaining('sylk') }));
});

test('arguments: one, one or none, many', () => {
  expect(argument.text({ metavar: 'CODE', text }).collect(['x'])).toBe('x');
  expect(argument.optional({ metavar: 'CODE', text }).collect([])).toBeUndefined();
  expect(argument.many({ metavar: 'FILE', text }).collect(['a', 'b'])).toEqual(['a', 'b']);
});

test('a command knows the types of its values', () => {
  const command = defineCommand({
    name: 'generate',
    summary: text,
    examples: [{ command: 'passerelle generate', text }],
    arguments: { files: argument.many({ metavar: 'FILE', text }), code: argument.optional({ metavar: 'CODE', text }) },
    options: {
      out: option.text({ text, metavar: 'DIR', required: true }),
      night: option.day({ text, metavar: 'DAY' }),
      seed: option.integer({ text, metavar: 'S', fallback: 1 }),
      fourd: option.choice({ text, metavar: 'FORM', choices: ['txt', 'slk'], fallback: 'txt' }),
      sites: option.list({ text, metavar: 'S,…' }),
      full: option.flag({ text }),
    },
    run: ({ args, options }) => {
      // Only the compiler needs to read this: a value of another type would not build.
      const typed: {
        files: readonly string[];
        code: string | undefined;
        out: string;
        night: string | undefined;
        seed: number;
        fourd: 'txt' | 'slk';
        sites: readonly string[];
        full: boolean;
      } = { ...args, ...options };
      return Promise.resolve(typed.full ? 0 : 1);
    },
  });
  expect(command.name).toBe('generate');
});
