const { availableParallelism } = require('node:os');

/** Two projects: everything that runs in Node, and the journeys in a real browser (which build the bundles first). */
const transform = {
  '^.+\\.(ts|tsx)$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
};

module.exports = {
  projects: [
    {
      displayName: 'unit',
      testEnvironment: 'node',
      transform,
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
      testPathIgnorePatterns: ['<rootDir>/test/e2e/', '<rootDir>/node_modules/'],
    },
    {
      displayName: 'e2e',
      testEnvironment: 'node',
      transform,
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/test/e2e/support/global-setup.cjs',
    },
  ],
  // Journeys wait for the browser more than they compute: with one worker a core, half of the time the cores are idle.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testTimeout: 60000,
};
