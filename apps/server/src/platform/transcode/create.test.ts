import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mediaFile } from '../../../test/recordings.ts'
import { createTranscoder, type TranscoderSettings } from './create.ts'
import { findTools } from './ffmpeg/tools.ts'
import type { Source } from './transcoder.ts'

const run = { signal: new AbortController().signal }
const source: Source = { path: mediaFile('tone.m4a'), container: 'mov' }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tools-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A transcoder, and the lines it logs. */
function create(settings: TranscoderSettings) {
  const lines: { level: number; msg: string; missing?: string[] }[] = []
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) })
  return { transcoder: createTranscoder(settings, log), lines }
}

/** A program that answers every question with the same words. */
async function program(name: string, words: string): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, `#!/bin/sh\necho '${words}'\n`)
  await chmod(file, 0o755)
  return file
}

it('without any tool tells the remedy to who waits, and the reason to the log; and looks again', async () => {
  const { transcoder, lines } = create({ transcoder: 'ffmpeg', ffmpegPath: path.join(folder, 'later') })
  const expected = { code: 'internal', message: expect.stringContaining('install ffmpeg') }
  await expect(transcoder.probe(source, run)).rejects.toMatchObject(expected)
  await expect(transcoder.samples(source, 8000, run)[Symbol.asyncIterator]().next()).rejects.toMatchObject(
    expected,
  )
  expect(lines.map(({ level }) => level)).toEqual([50, 50])
  expect(lines[0]?.missing).toEqual([expect.stringContaining('there is no')])
  expect(transcoder.name).toBe('none')
})

it('refuses an ffmpeg that is too old, or lacks an encoder', async () => {
  await program('ffprobe', '')
  const old = await program('old', 'ffmpeg version 4.4.2-0ubuntu0.22.04.1 Copyright')
  expect(await findTools(old)).toEqual({ missing: expect.stringContaining('4.4.2') })
  const bare = await program('bare', 'ffmpeg version n7.1 Copyright')
  expect(await findTools(bare)).toEqual({ missing: expect.stringContaining('libx264') })
})

const machine = await findTools('ffmpeg')
it.skipIf('missing' in machine)('takes the machine’s ffmpeg, asks it once, and says so', async () => {
  const { transcoder, lines } = create({ transcoder: 'auto', ffmpegPath: 'ffmpeg' })
  await transcoder.announce()
  await Promise.all([transcoder.probe(source, run), transcoder.probe(source, run)])
  expect(transcoder.name).toBe('ffmpeg')
  expect(lines.map(({ msg }) => msg)).toEqual(['recordings are prepared by ffmpeg'])
})
