import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{bot,simulator}/test/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
