import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closingLine, isExcused, playwrightTally, sum, vitestTally } from './tally.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function report(content: unknown): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

const vitestFile = (status: string, tests: [name: string, status: string][]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
})

const journey = (title: string, status: string) => ({ title, tests: [{ projectName: 'phone', status }] })

it('counts tests, and a file that cannot load as one failure', () => {
  const path = report({
    testResults: [
      vitestFile('failed', [
        ['one', 'passed'],
        ['two', 'failed'],
        ['three', 'pending'],
      ]),
      vitestFile('failed', []),
    ],
  })
  expect(vitestTally(path, 1)).toEqual({ passed: 1, failed: 2, skipped: ['three'] })
})

it('counts journeys in nested suites, flaky ones as failed', () => {
  const inner = { title: 'photos', specs: [journey('upload', 'flaky'), journey('swipe', 'skipped')] }
  const path = report({
    suites: [{ title: 'a.e2e.ts', specs: [journey('register', 'expected')], suites: [inner] }],
    errors: [],
  })
  expect(playwrightTally(path, 1)).toEqual({ passed: 1, failed: 1, skipped: ['photos swipe (phone)'] })
})

it('counts a runner that died without a report as one failure', () => {
  expect(vitestTally(join(folder, 'absent.json'), 1)).toMatchObject({ passed: 0, failed: 1 })
  expect(playwrightTally(report({ suites: [], errors: ['no server'] }), 1)).toMatchObject({ failed: 1 })
})

it('closes with passed and failed, and names skips only when they are allowed', () => {
  const tallies = [
    { passed: 2, failed: 0, skipped: ['swipe'] },
    { passed: 3, failed: 0, skipped: [] },
  ]
  expect(closingLine(sum(tallies, false))).toBe('5 passed, 0 failed, 1 skipped')
  expect(closingLine(sum(tallies, true))).toBe('5 passed, 1 failed')
})

it('excuses the lack of what could not be installed, and of nothing else', () => {
  const never = ['a full disk (needs a mount) is told', 'a face (needs data beside the project) is read']
  const skipped = ['swipe', 'a bucket (needs swift) is read', ...never]
  const tallies = [{ passed: 1, failed: 0, skipped }]
  const refusedWhere = (installable: boolean) =>
    sum(tallies, true, (name) => isExcused(name, installable)).refused
  expect(refusedWhere(true)).toEqual(skipped.slice(0, 2))
  expect(refusedWhere(false)).toEqual(skipped.slice(0, 1))
})
