import { existsSync, readFileSync } from 'node:fs'

/** What one test runner did: counts of tests, and the names of those that did not run. */
export interface Tally {
  passed: number
  failed: number
  skipped: string[]
}

interface VitestReport {
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

interface PlaywrightSuite {
  title: string
  suites?: PlaywrightSuite[]
  specs?: { title: string; tests: { projectName: string; status: string }[] }[]
}

interface PlaywrightReport {
  suites: PlaywrightSuite[]
  errors: unknown[]
}

/** A runner that failed without a failed test (a crash, a broken configuration) still counts as one failure. */
function withStatus(tally: Tally, status: number): Tally {
  return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function read<Report>(path: string): Report | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : undefined
}

/** Reads Vitest's JSON report; `status` is the exit code of the runner. A file that cannot load is one failure. */
export function vitestTally(path: string, status: number): Tally {
  const files = read<VitestReport>(path)?.testResults ?? []
  const tests = files.flatMap((file) => file.assertionResults)
  const unloaded = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const passed = tests.filter((test) => test.status === 'passed').length
  const failed = tests.filter((test) => test.status === 'failed').length + unloaded.length
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
  return withStatus({ passed, failed, skipped: skipped.map((test) => test.fullName) }, status)
}

function* playwrightTests(suite: PlaywrightSuite): Generator<{ name: string; status: string }> {
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests) {
      yield { name: `${suite.title} ${spec.title} (${test.projectName})`, status: test.status }
    }
  }
  for (const inner of suite.suites ?? []) yield* playwrightTests(inner)
}

/** Reads Playwright's JSON report; `status` is the exit code of the runner. A flaky test is a failed one. */
export function playwrightTally(path: string, status: number): Tally {
  const report = read<PlaywrightReport>(path)
  const tests = (report?.suites ?? []).flatMap((suite) => [...playwrightTests(suite)])
  const passed = tests.filter((test) => test.status === 'expected').length
  const skipped = tests.filter((test) => test.status === 'skipped')
  const failed = tests.length - passed - skipped.length + (report?.errors.length ?? 0)
  return withStatus({ passed, failed, skipped: skipped.map((test) => test.name) }, status)
}

/** A right of the machine, and weights, photos and specifications that are not ours to hand on. */
const NEVER_INSTALLED = ['a mount', 'data beside the project']

/**
 * True for a skipped test that says what it needs, `(needs swift)`, when that could not have been installed here. What
 * NEVER_INSTALLED names never can.
 */
export function isExcused(name: string, installable: boolean): boolean {
  const needs = /\(needs ([^)]+)\)/.exec(name)?.[1]
  return needs !== undefined && (!installable || NEVER_INSTALLED.includes(needs))
}

/** Adds runners up. Where skips are forbidden each of them is a failure, listed under `refused`, unless it is excused. */
export function sum(
  tallies: Tally[],
  skipsForbidden: boolean,
  excused: (name: string) => boolean = () => false,
): Tally & { refused: string[] } {
  const passed = tallies.reduce((total, tally) => total + tally.passed, 0)
  const failed = tallies.reduce((total, tally) => total + tally.failed, 0)
  const all = tallies.flatMap((tally) => tally.skipped)
  const refused = skipsForbidden ? all.filter((name) => !excused(name)) : []
  const skipped = all.filter((name) => !refused.includes(name))
  return { passed, failed: failed + refused.length, skipped, refused }
}

/** The last line of a test run: "12 passed, 0 failed", with ", 1 skipped" after it when there is one. */
export function closingLine(total: Tally): string {
  const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : ''
  return `${total.passed} passed, ${total.failed} failed${skipped}`
}
