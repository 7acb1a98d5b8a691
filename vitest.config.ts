import { defineConfig } from 'vitest/config';

/** Where .ci/run wants the results for programs. */
const report = process.env['TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['{bot,simulator}/test/**/*.test.ts'],
    setupFiles: ['./vitest.setup.ts'],
    testTimeout: 20_000,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
});
