import { judge, type Line, median } from './line.js';

const line = (change: Partial<Line>): Line => ({
  key: 'k',
  what: 'what',
  unit: 'ratio',
  target: { is: 'at-least', value: 0.8 },
  judged: 'median',
  samples: [],
  ...change,
});

describe('a line of the report', () => {
  it('takes the middle round, or the mean of the two middle ones', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNull();
  });

  it('is met or missed by the median, and shows the spread', () => {
    expect(judge(line({ samples: [0.9, 0.1, 0.85] }))).toMatchObject({ verdict: 'met', least: 0.1, most: 0.9 });
    expect(judge(line({ samples: [0.9, 0.1, 0.79] })).verdict).toBe('missed');
  });

  it('judges a peak by its worst round', () => {
    const peak = { target: { is: 'at-most', value: 250 }, judged: 'worst' } as const;
    expect(judge(line({ ...peak, samples: [100, 251, 120] })).verdict).toBe('missed');
    expect(judge(line({ ...peak, samples: [100, 250, 120] })).verdict).toBe('met');
  });

  it('never calls met what was not measured', () => {
    expect(judge(line({}))).toMatchObject({ verdict: 'not measured', median: null });
    expect(judge(line({ target: null, samples: [1] })).verdict).toBe('for information');
  });
});
