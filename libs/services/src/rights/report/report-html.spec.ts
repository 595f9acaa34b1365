import fc from 'fast-check';
import type { ReportRow, SubjectReport } from './report-data.js';
import { REPORT_COLOURS, reportHtml } from './report-html.js';

const row = (text: string): ReportRow => ({
  source: {
    system: 'tipi',
    systemTitle: 'TIPI',
    site: 'psa-07',
    record: text,
    heldSince: '2026-11-20',
    asOf: '2026-11-20',
    absent: true,
  },
  values: [{ field: 'town', column: 'town', label: 'ville', text, value: text }],
});

const report = (text: string): SubjectReport => ({
  report: 'subject',
  version: 1,
  lang: 'fr',
  madeOn: '2026-11-22',
  controller: { name: 'La Ville', contact: 'a@ville.example' },
  officer: { name: 'DPO', contact: 'dpo@ville.example' },
  standing: [],
  records: [row(text)],
  cases: [row(text)],
  differences: [{ label: 'ville', values: [{ text, sources: ['TIPI'] }] }],
  acts: [row(text)],
  aids: [{ ...row(text), decisions: [], payments: [{ values: row(text).values, superseded: true, keptUntil: null }] }],
  aidRequests: [
    {
      status: 'versée',
      recipient: '21750001600019',
      openedOn: '2026-11-20',
      values: row(text).values,
      history: [{ day: '2026-11-20', status: 'versée', values: row(text).values }],
    },
  ],
  rectifications: [],
  beside: [],
  keptUntil: 'longtemps',
  categories: [],
  reads: [],
  joins: [{ left: text, right: text, grounds: [], decidedOn: null }],
  leftOut: [],
  rights: [],
});

const tags = (html: string): readonly string[] =>
  [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/aria-label="[^"]*"/, ''));

test('no value changes the markup', () => {
  const plain = tags(reportHtml(report('x')));
  const hostile = fc.array(
    fc.constantFrom('<', '>', '&', '"', "'", '$&', '</style>', '<!--', ']]>', '{day}', '\n', 'é'),
  );
  fc.assert(
    fc.property(hostile, (parts) => {
      expect(tags(reportHtml(report(parts.join(''))))).toEqual(plain);
    }),
  );
});

const luminance = (colour: string): number => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

test('ink and lines stand out from the paper as WCAG 2.2 asks, text by its strictest level', () => {
  const { ink, paper, line } = REPORT_COLOURS;
  expect(contrast(ink, paper)).toBeGreaterThan(7);
  expect(contrast(line, paper)).toBeGreaterThan(3);
  for (const colour of Object.values(REPORT_COLOURS)) expect(reportHtml(report('x'))).toContain(colour);
});
