import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBrowser } from './browser.ts'
import { programs, root } from './programs.ts'
import { closingLine, isExcused, playwrightTally, sum, type Tally, vitestTally } from './tally.ts'

const { values: only, positionals: filters } = parseArgs({
  options: { unit: { type: 'boolean', default: false }, e2e: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const skipsForbidden = process.env.CI_FORBID_SKIPS === '1' || process.env.CI === 'true'
/** What a machine lacks, root can have from Debian's packages. */
const installable = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
const reports = join(root, '.cache/test')

function run(args: string[], env: NodeJS.ProcessEnv = {}): number {
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } } as const
  return spawnSync(process.execPath, args, options).status ?? 1
}

function build(): Tally {
  const built = run(['bin/build.mjs']) === 0
  return { passed: 0, failed: built ? 0 : 1, skipped: [] }
}

function runUnits(files: string[]): Tally {
  const report = join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = run([programs.vitest, 'run', ...reporters, ...files])
  return vitestTally(report, status)
}

function runJourneys(files: string[]): Tally {
  const browser = ensureBrowser()
  if (!browser) {
    console.log('SKIPPED: the browser journeys, because no Chromium is here and none could be installed.')
    return { passed: 0, failed: 0, skipped: ['the browser journeys'] }
  }
  const report = join(reports, 'playwright.json')
  const args = [programs.playwright, 'test', '--reporter=list,json', ...files]
  const status = run(args, { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  return playwrightTally(report, status)
}

/** The runners that the arguments ask for: both, unless --unit, --e2e or the named files leave one out. */
function* results(): Generator<Tally> {
  const journeys = filters.filter((filter) => filter.includes('e2e'))
  const units = filters.filter((filter) => !filter.includes('e2e'))
  yield build()
  if (!only.e2e && (units.length > 0 || filters.length === 0)) yield runUnits(units)
  if (!only.unit && (journeys.length > 0 || filters.length === 0)) yield runJourneys(journeys)
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const total = sum([...results()], skipsForbidden, (name) => isExcused(name, installable))
for (const name of total.skipped) console.log(`skipped: ${name}`)
for (const name of total.refused) console.log(`skipped where skips are forbidden, so failed: ${name}`)
console.log(closingLine(total))
process.exitCode = total.failed > 0 ? 1 : 0
