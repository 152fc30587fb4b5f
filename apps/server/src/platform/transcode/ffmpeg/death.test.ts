import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { mediaFile } from '../../../../test/recordings.ts'
import { childrenOf, isRunning } from '../children-for-tests.ts'
import { findTools } from './tools.ts'

const tools = await findTools('ffmpeg')
const able = !('missing' in tools) && tools.setpriv !== null

/** Reads the samples of a long recording, slowly: the tool waits for it. */
const READER = `
  const { findFfmpeg } = await import(${JSON.stringify(new URL('./find.ts', import.meta.url).href)})
  const tool = await findFfmpeg('ffmpeg')
  const source = { path: ${JSON.stringify(mediaFile('full-hd.mp4'))}, container: 'mov' }
  for await (const chunk of tool.samples(source, 768000, { signal: new AbortController().signal })) {
    process.stdout.write('reading')
    await new Promise((resolve) => setTimeout(resolve, 1e6))
  }`

it.skipIf(!able)('53: when we are killed the tool goes with us', async () => {
  const we = spawn(process.execPath, ['--input-type=module', '-e', READER], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(we.stdout!, 'data')
  const [tool] = await childrenOf(we.pid!)
  expect(isRunning(tool!)).toBe(true)
  we.kill('SIGKILL')
  await expect.poll(() => isRunning(tool!)).toBe(false)
})
