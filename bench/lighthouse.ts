/**
 * `npm run lighthouse [pages…]` (home, list, show) prints one JSON line a page and device: Lighthouse's four scores of 100, medians of three runs,
 * over a seeded world. It fetches the pinned Lighthouse with npx and needs a Chromium. `machine` is Lighthouse's index
 * of the machine's speed (a laptop has 1,500 and more); below that, its performance score says more about the machine
 * than about the page.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { findBrowser } from '../tools/browser.ts'
import { PASSWORD } from '../tools/seed/world/people.ts'
import { median } from './measure.ts'
import { start } from './world.ts'

const LIGHTHOUSE = 'lighthouse@13.5.0'
const ROUNDS = 3
const TRIES = 3
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Scores = Record<(typeof CATEGORIES)[number] | 'machine', number>

const run = promisify(execFile)
const root = path.join(import.meta.dirname, '..')

/** Chromium now and then loses the trace of a page; another try has it. */
async function lighthouse(browser: string, args: string[]): Promise<{ stdout: string }> {
  const env = { ...process.env, CHROME_PATH: browser }
  for (let tried = 1; ; tried++) {
    try {
      return await run('npx', ['--yes', LIGHTHOUSE, ...args], { env, maxBuffer: 64 * 1024 * 1024 })
    } catch (fault) {
      if (tried === TRIES) throw new Error(`Lighthouse failed: ${(fault as { stderr?: string }).stderr}`)
    }
  }
}

async function scores(browser: string, url: string, device: 'desktop' | 'mobile', headers: object) {
  const args = ['--quiet', '--output=json', '--chrome-flags=--headless=new --no-sandbox --disable-quic']
  if (device === 'desktop') args.push('--preset=desktop')
  args.push(`--extra-headers=${JSON.stringify(headers)}`, `--only-categories=${CATEGORIES.join()}`)
  const { stdout } = await lighthouse(browser, [url, ...args])
  const { categories, environment } = JSON.parse(stdout) as {
    categories: Record<string, { score: number }>
    environment: { benchmarkIndex: number }
  }
  const found = CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)])
  return { ...Object.fromEntries(found), machine: Math.round(environment.benchmarkIndex) } as Scores
}

type Shows = { items: { id: string; counts: { photos: number } }[] }

/** Signs in as the seeded person: the cookies she has, and the show of hers with the most photos. */
async function enter(url: string): Promise<{ headers: { Cookie: string }; show: string }> {
  const login = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'noor', password: PASSWORD }),
  })
  const headers = {
    Cookie: login.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';', 1)[0])
      .join('; '),
  }
  const list = await fetch(`${url}/api/v1/shows/past?scope=mine&limit=100`, { headers })
  const { items } = (await list.json()) as Shows
  const [best] = items.sort((a, b) => b.counts.photos - a.counts.photos)
  if (best === undefined) throw new Error('the seeded person has no shows')
  return { headers, show: best.id }
}

const asked = process.argv.slice(2)
const browser = findBrowser()
if (browser === undefined) throw new Error('Lighthouse needs a Chromium: set CHROMIUM_PATH.')
const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-lighthouse-'))
const server = await start('bin/start.mjs', { DATA_DIR: dataDir, RATE_LIMITS: 'off' }, /is ready on/)
try {
  const seeding = ['tools/seed.ts', '--url', server.url, '--photos', '2']
  await run(process.execPath, seeding, { cwd: root, maxBuffer: 64 * 1024 * 1024 })
  const { headers, show } = await enter(server.url)
  const pages = { home: ['/', {}], list: ['/shows', headers], show: [`/shows/${show}`, headers] } as const
  for (const [name, [address, sent]] of Object.entries(pages)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    for (const device of ['desktop', 'mobile'] as const) {
      const rounds: Scores[] = []
      for (let n = 0; n < ROUNDS; n++) rounds.push(await scores(browser, server.url + address, device, sent))
      const middle = [...CATEGORIES, 'machine' as const].map((category) => [
        category,
        median(rounds.map((round) => round[category])),
      ])
      console.log(JSON.stringify({ page: name, device, ...Object.fromEntries(middle) }))
    }
  }
} finally {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
