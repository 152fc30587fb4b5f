import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isRunning } from './children-for-tests.ts'
import { type Bounds, watch } from './watch.ts'

const never = new AbortController().signal
const HOUR = 3_600_000

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'watch-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const node = (script: string): ChildProcess =>
  spawn(process.execPath, ['-e', script], { detached: true, stdio: 'ignore' })

/** How a child ended, and what it was told. */
async function run(script: string, bounds: Bounds, signal = never) {
  const child = node(script)
  const watched = watch(child, bounds, signal)
  const killed = await new Promise((resolve) => child.once('close', (_, how) => resolve(how)))
  return { killed, code: watched.ended()?.code ?? null }
}

const SLEEP = 'setInterval(() => {}, 1000)'
const stopped = { killed: 'SIGKILL', code: 'too_demanding' }

it('33: stops what takes too long', async () => {
  expect(await run(SLEEP, { milliseconds: 100 })).toEqual(stopped)
})

it.skipIf(!existsSync('/proc/self/status'))('33: stops what holds too much memory', async () => {
  const greedy = 'const all = []; setInterval(() => all.push(Buffer.alloc(2e7, 1)), 20)'
  expect(await run(greedy, { milliseconds: HOUR, memory: 300_000_000 })).toEqual(stopped)
})

it('33: stops what writes too much, over all its files', async () => {
  const files = [path.join(folder, 'a'), path.join(folder, 'b')]
  const names = JSON.stringify(files)
  const chatty = `setInterval(() => ${names}.forEach((f) => fs.appendFileSync(f, Buffer.alloc(1e6))), 5)`
  expect(await run(chatty, { milliseconds: HOUR, files, bytes: 5_000_000 })).toEqual(stopped)
})

it('ends what is no longer wanted, with all it started', async () => {
  const pidFile = path.join(folder, 'pid')
  const parent = `const c = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(SLEEP)}]);
    fs.writeFileSync(${JSON.stringify(pidFile)}, String(c.pid)); ${SLEEP}`
  const given = new AbortController()
  const ended = run(parent, { milliseconds: HOUR }, given.signal)
  await expect.poll(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '').toBe(true)
  given.abort()
  expect(await ended).toEqual({ killed: 'SIGKILL', code: null })
  const grandchild = Number(readFileSync(pidFile, 'utf8'))
  await expect.poll(() => isRunning(grandchild)).toBe(false)
})

it('lets be what keeps within its bounds', async () => {
  expect(await run('', { milliseconds: HOUR })).toEqual({ killed: null, code: null })
})
