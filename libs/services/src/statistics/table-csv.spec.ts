import { csvField, tableCsv } from './table-csv.js';

test.each(['=1+1', '+33', '-1', '@SUM(A1)', '\tx', '\r=x'])('%j is shown and not calculated', (text) => {
  expect(csvField(text).replace(/^"/, '').startsWith("'")).toBe(true);
});

test('what would break a line is quoted', () => {
  expect(csvField('shelter (CHRS, "CHU")')).toBe('"shelter (CHRS, ""CHU"")"');
});

test('a hidden cell is no empty one', () => {
  const rows = [
    { label: '=hotel', counts: [null, 12] },
    { label: 'Total', counts: [40, 52] },
  ];
  expect(tableCsv({ titles: ['', 'man', 'woman'], rows }, 'hidden')).toBe(
    ",man,woman\r\n'=hotel,hidden,12\r\nTotal,40,52\r\n",
  );
});
