import { tradeOffChart } from './trade-off-chart.js';

const curve = Array.from({ length: 1000 }, (_, place) => ({
  recall: place / 999,
  precision: 1 - (place / 999) ** 8 / 4,
}));

it('is a picture that can be read without seeing it', () => {
  const svg = tradeOffChart([...curve, { precision: 0.9999, recall: 0.56, label: 'automatic <&> "links"' }]);
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="t d" lang="en"/);
  expect(svg).toContain('<title id="t">Precision against recall</title>');
  expect(svg).toContain('automatic &lt;&amp;&gt; &quot;links&quot;: recall 0.56000, precision 0.99990');
  expect(svg).toContain('recall 1.00000, precision 0.75000');
  expect(svg).not.toMatch(/<script|href|NaN|Infinity/);
});

it('thins a long curve and keeps its ends', () => {
  const [, points = ''] = /<polyline [^>]*points="([^"]*)"/.exec(tradeOffChart(curve)) ?? [];
  expect(points.split(' ').length).toBeLessThanOrEqual(200);
  expect(points).toMatch(/^80\.0,50\.0 .* 610\.0,/);
});

it('stays whole without a point, and speaks French', () => {
  const svg = tradeOffChart([], 'fr');
  expect(svg).toContain('aucun point à montrer');
  expect(svg).toContain('>précision</text>');
  expect(svg).toContain('>0,900</text>');
  expect(svg).not.toMatch(/NaN|Infinity/);
});
