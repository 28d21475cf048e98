import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// Files share a process: what a module keeps, it keeps by database, and each file has one of its own. A process for each file took three times as long.
const common = { testTimeout: 30_000, hookTimeout: 120_000, maxWorkers: 2, isolate: false };

export default defineConfig({
  test: {
    projects: [
      { plugins: [svelte({ configFile: false, compilerOptions: { warningFilter: (warning) => warning.code !== 'state_referenced_locally' } })], test: { ...common, name: 'unit', include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'] } },
      { test: { ...common, name: 'e2e', globalSetup: ['e2e/filled.ts'], include: ['e2e/**/*.test.ts'], testTimeout: 240_000 } },
    ],
  },
});
