import { defineConfig } from '@playwright/test';

/** Each test starts the real application in a folder of its own; two cores carry one window at a time well. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
});
