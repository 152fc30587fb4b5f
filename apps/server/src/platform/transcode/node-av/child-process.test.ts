import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { mediaFile } from '../../../../test/recordings.ts'
import { childrenOf, isRunning } from '../children-for-tests.ts'
import { MediaFault, type Source } from '../transcoder.ts'
import { startChild } from './child-process.ts'
import { findNodeAv } from './find.ts'

const able = !('missing' in (await findNodeAv())) && existsSync('/proc/self/status')
const source: Source = { path: mediaFile('full-hd.mp4'), container: 'mov' }
const run = { signal: new AbortController().signal }

/** A child that cannot end by itself: nobody reads what it puts out. */
const stuck = async () => {
  const before = await childrenOf(process.pid)
  const task = { do: 'samples', source, sampleRate: 768_000, duration: 2 } as const
  const running = await startChild(task, { milliseconds: 60_000 }, run)
  const [pid] = (await childrenOf(process.pid)).filter((each) => !before.includes(each))
  return { pid: pid!, result: running.result }
}

it.skipIf(!able).each([
  ['SIGSEGV', 'file_corrupt'],
  ['SIGABRT', 'file_corrupt'],
  ['SIGKILL', 'too_demanding'],
] as const)('33: a child that ends by %s is the file’s doing', async (how, code) => {
  const { pid, result } = await stuck()
  process.kill(pid, how)
  const error = await result.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(MediaFault)
  expect(error).toMatchObject({ code })
})

it.skipIf(!able)('a child that somebody ends by SIGTERM is no fault of the file', async () => {
  const { pid, result } = await stuck()
  process.kill(pid, 'SIGTERM')
  const error = await result.catch((reason: unknown) => reason)
  expect(error).not.toBeInstanceOf(MediaFault)
  expect(String(error)).toContain('SIGTERM')
})

/** Reads the samples of a recording, and is slow about it: the child waits for it. */
const READER = `
  const { findNodeAv } = await import(${JSON.stringify(new URL('./find.ts', import.meta.url).href)})
  const tool = await findNodeAv()
  for await (const chunk of tool.samples(${JSON.stringify(source)}, 768000, { signal: new AbortController().signal })) {
    process.stdout.write('reading')
    await new Promise((resolve) => setTimeout(resolve, 1e6))
  }`

it.skipIf(!able)('53: when we are killed the child goes with us', async () => {
  const we = spawn(process.execPath, ['--input-type=module', '-e', READER], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(we.stdout!, 'data')
  const [child] = await childrenOf(we.pid!)
  expect(isRunning(child!)).toBe(true)
  we.kill('SIGKILL')
  await expect.poll(() => isRunning(child!), { timeout: 10_000 }).toBe(false)
})
