import { evaluate } from './evaluate.js';
import { qualityText } from './quality-text.js';
import { shareText } from './wording.js';

const report = evaluate(
  { personOf: new Map([...'abcd'].map((id) => [id, id < 'c' ? 'one' : id])), kindsOf: new Map([['one', ['twin']]]) },
  {
    clusters: [['a', 'b']],
    edges: [
      { left: 'a', right: 'b', bits: 12, decision: 'link' },
      { left: 'c', right: 'd', bits: 1, decision: 'review' },
    ],
    blockedTruePairs: 1,
  },
);

it('says the same in both languages, in columns', () => {
  expect(qualityText(report, 'en')).toMatchInlineSnapshot(`
    [
      "Quality of the linkage",
      "",
      "records                                       4",
      "true pairs                                    1",
      "blocking recall                         1.00000",
      "reviews per 1,000 records                 250.0",
      "best F1 of a threshold     1.00000 at 12.0 bits",
      "",
      "kind  true pairs  automatic links  wrong  precision   recall  reviews  recall with reviews",
      "*              1                1      0    1.00000  1.00000        1              1.00000",
      "twin           1                1      0    1.00000  1.00000        0              1.00000",
      "",
      "Predicted and observed",
      "probability      pairs  predicted  observed",
      "0.5000 – 0.7500      1    0.66666   0.00000",
      "0.9990 – 0.9999      1    0.99975   1.00000",
    ]
  `);
  expect(qualityText(report, 'fr')).toHaveLength(qualityText(report, 'en').length);
  expect(qualityText(report, 'fr').join('\n')).toContain('meilleur F1 par seuil');
});

it.each([
  [1, '1.00000'],
  [0.999996, '0.99999'],
  [0.57, '0.57000'],
  [2 / 3, '0.66666'],
  [0, '0.00000'],
  [null, '–'],
])('never rounds %s up', (share, text) => {
  expect(shareText(share, 'en')).toBe(text);
});
