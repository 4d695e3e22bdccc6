import { defineConfig } from '@playwright/test';

/** Each test starts the real application in a folder of its own, so that two windows at a time do not meet; two cores carry them. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
});
