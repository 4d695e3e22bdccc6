import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', '**/node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Real ports, sockets and processes on a busy build machine: a test that fails twice has failed.
    retry: process.env['CI'] === undefined ? 0 : 1,
  },
});
