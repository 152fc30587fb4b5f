import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './programs.ts'

/** The first start builds the pages and unpacks the database. */
const startLimitMs = 180_000
const stopLimitMs = 15_000

function startProduct(url: URL, dataDir: string): ChildProcess {
  const settings = {
    HOST: url.hostname,
    PORT: url.port,
    PUBLIC_URL: url.origin,
    DATA_DIR: dataDir,
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
  }
  // The settings of whoever runs the tests must not leak into the product under test.
  const { DATABASE_URL, SMTP_URL, NODE_ENV, CORS_ORIGINS, ROLE, ...env } = process.env
  return spawn(process.execPath, [join(root, 'bin/start.mjs')], {
    cwd: root,
    env: { ...env, ...settings },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

async function isReady(url: URL): Promise<boolean> {
  const answer = await fetch(new URL('/ready', url)).catch(() => undefined)
  return answer?.ok ?? false
}

async function untilReady(product: ChildProcess, url: URL): Promise<void> {
  const deadline = Date.now() + startLimitMs
  while (!(await isReady(url))) {
    if (product.exitCode !== null)
      throw new Error(`The product ended with code ${product.exitCode} before it was ready`)
    if (Date.now() > deadline) throw new Error(`The product was not ready within ${startLimitMs / 1000} s`)
    await sleep(100)
  }
}

async function stop(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.signalCode !== null) return
  const gone = once(product, 'exit')
  product.kill('SIGTERM')
  const force = setTimeout(() => product.kill('SIGKILL'), stopLimitMs)
  await gone
  clearTimeout(force)
}

/**
 * Playwright's global setup: starts the product as `npm start` does, on a fresh data folder at E2E_BASE_URL,
 * and resolves to the function that stops it and removes the folder. E2E_DATA_DIR tells the journeys where
 * that folder (with its mail) lies.
 */
export default async function serveProduct(): Promise<() => Promise<void>> {
  const url = new URL(process.env.E2E_BASE_URL ?? '')
  const dataDir = mkdtempSync(join(tmpdir(), 'sharemyshows-e2e-'))
  process.env.E2E_DATA_DIR = dataDir
  const product = startProduct(url, dataDir)
  const end = async () => {
    await stop(product)
    rmSync(dataDir, { recursive: true, force: true })
  }
  await untilReady(product, url).catch(async (error: unknown) => {
    await end()
    throw error
  })
  return end
}
