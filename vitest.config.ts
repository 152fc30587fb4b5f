import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const databaseSetup = 'apps/server/test/global-setup.ts'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('apps/web/src', import.meta.url)) } },
  test: {
    environment: 'node',
    include: ['packages/**/*.test.ts', 'apps/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    globalSetup: existsSync(databaseSetup) ? [databaseSetup] : [],
    // Native modules (sharp, argon2) and signals behave in a process as they do in the product.
    pool: 'forks',
    maxWorkers: 2,
    // Time limits only end what hangs: a busy machine is slow, not wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: 0,
  },
})
