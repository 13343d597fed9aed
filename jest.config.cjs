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
  // Journeys wait for the browser more than they compute: one worker a core leaves no core idle for long, and more than
  // that would only make each of them wait for its turn.
  maxWorkers: '100%',
  testTimeout: 60000,
};
