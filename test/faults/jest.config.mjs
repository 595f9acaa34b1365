import { base } from '../../jest.config.mjs';

/** The long versions of the fault tests (`npm run test:faults`): minutes to an hour, one file after the other. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/faults/**/*.spec.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  maxWorkers: 1,
  testTimeout: 3_600_000,
};
