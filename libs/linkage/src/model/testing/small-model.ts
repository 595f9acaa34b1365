import type { LinkageModel } from '../linkage-model.js';

/** A model for the small plan, with round weights: m/u of exact names is 2^8 and 2^9. */
export const smallModel = (): LinkageModel => ({
  version: 3,
  linkage: 'small',
  linkageVersion: 1,
  prior: -16,
  fields: {
    given: {
      m: [0.512, 0.128, 0.128, 0.064, 0.032, 0.016, 0.12],
      u: [0.002, 0.004, 0.004, 0.008, 0.004, 0.0005, 0.96],
    },
    surname: {
      m: [0.512, 0.128, 0.128, 0.064, 0.032, 0.016, 0.12],
      u: [0.001, 0.004, 0.004, 0.008, 0.004, 0.0005, 0.96],
    },
    birth: { m: [0.9, 0.04, 0.02, 0.02, 0.02], u: [0.00004, 0.002, 0.005, 0.004, 0.98] },
    sex: { m: [0.99, 0.01], u: [0.5, 0.5] },
    address: { m: [0.6, 0.1, 0.05, 0.25], u: [0.0001, 0.0005, 0.002, 0.99] },
  },
  frequencies: { given: { marie: 0.02, jean: 0.008, zelie: 0.0005 }, surname: { martin: 0.004 } },
  trainedOn: { records: 1000, candidatePairs: 500, randomPairs: 5000, expectedMatches: 200, keysUsed: ['birth'] },
});
