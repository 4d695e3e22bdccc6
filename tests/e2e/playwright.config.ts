import { defineConfig } from '@playwright/test';

/** Each test starts the real application in a folder of its own, so that three windows at a time do not meet; much of a test is waiting for goods to come to rest, so two cores carry them. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: 3,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
});
