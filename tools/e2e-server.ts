import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startSmtp, type TestSmtp } from '../apps/server/src/platform/mail/smtp-server-for-tests.ts'
import { FOUNDER } from '../e2e/founder.ts'
import { freePort } from './free-port.ts'
import { root } from './programs.ts'

/** The first start builds the pages and unpacks the database. */
const startLimitMs = 180_000
const stopLimitMs = 15_000

/** The other side of the product's mail: a real SMTP server that keeps each mail it takes as a file. */
function receiveMail(folder: string): Promise<TestSmtp> {
  mkdirSync(folder)
  let count = 0
  return startSmtp(async ({ source }) => {
    const name = `${String(++count).padStart(6, '0')}.eml`
    // whoever reads the folder sees complete files only
    await writeFile(join(folder, `.${name}`), source)
    await rename(join(folder, `.${name}`), join(folder, name))
  })
}

function startProduct(url: URL, dataDir: string, smtpUrl?: string): ChildProcess {
  const settings = {
    HOST: url.hostname,
    PORT: url.port,
    PUBLIC_URL: url.origin,
    DATA_DIR: dataDir,
    ...(smtpUrl !== undefined && { SMTP_URL: smtpUrl }),
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
  }
  // The settings of whoever runs the tests must not leak into the product under test.
  const { DATABASE_URL, MAIL_FROM, NODE_ENV, CORS_ORIGINS, ROLE, SMTP_URL, ...env } = process.env
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

async function found(url: URL): Promise<void> {
  const { status } = await fetch(new URL('/api/v1/auth/register', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(FOUNDER),
  })
  if (status !== 201) throw new Error(`The founder could not register: ${status}`)
}

async function stop(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.signalCode !== null) return
  const gone = once(product, 'exit')
  product.kill('SIGTERM')
  const force = setTimeout(() => product.kill('SIGKILL'), stopLimitMs)
  await gone
  clearTimeout(force)
}

/** Another empty product, for whoever moves there; ends with the function that comes with it. */
export async function startElsewhere(): Promise<{ url: string; end: () => Promise<void> }> {
  const url = new URL(`http://127.0.0.1:${await freePort()}`)
  const dataDir = mkdtempSync(join(tmpdir(), 'sharemyshows-elsewhere-'))
  const product = startProduct(url, dataDir)
  const end = async () => {
    await stop(product)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await untilReady(product, url)
  } catch (error) {
    await end()
    throw error
  }
  return { url: url.origin, end }
}

/**
 * Playwright's global setup: starts the product as `npm start` does, on a fresh data folder at E2E_BASE_URL,
 * and resolves to the function that stops it and removes the folder. E2E_DATA_DIR tells the journeys where
 * that folder lies, E2E_MAIL_DIR where the mails are that were sent.
 */
export default async function serveProduct(): Promise<() => Promise<void>> {
  const url = new URL(process.env.E2E_BASE_URL ?? '')
  const dataDir = mkdtempSync(join(tmpdir(), 'sharemyshows-e2e-'))
  const mailDir = `${dataDir}-mail`
  process.env.E2E_DATA_DIR = dataDir
  process.env.E2E_MAIL_DIR = mailDir
  const smtp = await receiveMail(mailDir)
  const product = startProduct(url, dataDir, smtp.url)
  const end = async () => {
    await stop(product)
    await smtp.close()
    for (const folder of [dataDir, mailDir]) rmSync(folder, { recursive: true, force: true })
  }
  try {
    await untilReady(product, url)
    await found(url)
  } catch (error) {
    await end()
    throw error
  }
  return end
}
