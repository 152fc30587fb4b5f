import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { analyze } from '@sharemyshows/audio/analyze'
import { Analysis } from '@sharemyshows/contract/analysis'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mediaFile } from '../apps/server/test/recordings.ts'
import { card } from './analyze/card.ts'
import { root } from './programs.ts'

type Ended = { code: number; stdout: string; stderr: string }

/** The command as npm runs it, in this folder, without fetching a model. */
function command(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const script = [path.join(root, 'bin/run.mjs'), 'tools/analyze.ts', ...args]
  const settings = { ...process.env, MODELS_URL: 'off', MODELS_DIR: folder, DATA_DIR: folder, ...env }
  return new Promise((resolve) => {
    execFile(process.execPath, script, { cwd: folder, env: settings }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

const linesOf = ({ stdout }: Ended) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'analyze-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('33: prints a line of JSON a file in order, bad ones (ten hours, too) with what is wrong, and ends with 1', async () => {
  mkdirSync(path.join(folder, 'album.flac'))
  writeFileSync(path.join(folder, 'empty.wav'), '')
  writeFileSync(path.join(folder, 'text.mp3'), 'this is no recording at all, whatever its name says')
  writeFileSync(path.join(folder, 'cut.flac'), Buffer.from('fLaC\0\0\0\x22'.padEnd(60, '\0'), 'latin1'))
  const good = mediaFile('tone.flac')
  const files = [
    'missing.flac',
    good,
    'album.flac',
    '',
    'empty.wav',
    'text.mp3',
    'cut.flac',
    mediaFile('ten-hours.flac'),
    mediaFile('tone.mp3'),
  ]
  const ended = await command(['--json', ...files])
  expect(ended.code).toBe(1)
  expect(ended.stderr).toContain('Without the tagging model')
  const lines = linesOf(ended)
  expect(lines.map(({ file }) => file)).toEqual(files)
  expect(lines.map(({ code = null }) => code)).toEqual([
    'not_found',
    null,
    'not_a_file',
    'not_found',
    'file_empty',
    'unsupported_format',
    'file_corrupt',
    'too_long',
    null,
  ])
  for (const { error, code } of lines) expect(typeof error).toBe(code === undefined ? 'undefined' : 'string')
  const { duration, tempo, key, genres, beats } = lines[1]
  expect(duration).toBeCloseTo(2, 1)
  expect(Object.keys(tempo)).toEqual(['bpm', 'confidence', 'alternatives'])
  expect(Object.keys(key)).toEqual(expect.arrayContaining(['tonic', 'mode', 'confidence']))
  expect(genres.length).toBeGreaterThan(5)
  expect(beats).toBeUndefined()
})

it('tells people what it hears, and everything with --full', async () => {
  const file = mediaFile('tone.flac')
  const [forPeople, full] = await Promise.all([command([file]), command(['--json', '--full', file])])
  expect(forPeople).toMatchObject({ code: 0 })
  expect(forPeople.stdout).toMatch(/^.*tone\.flac\n/)
  expect(forPeople.stdout).toMatch(/Loudness +-\d/)
  const [all] = linesOf(full)
  expect(all).toMatchObject({
    beats: expect.any(Array),
    chroma: { step: expect.any(Number) },
    embedding: null,
  })
})

it('finds files from where npm was called', async () => {
  writeFileSync(path.join(folder, 'empty-here.wav'), '')
  const npm = { npm_lifecycle_event: 'analyze', INIT_CWD: folder }
  const script = [path.join(root, 'bin/run.mjs'), 'tools/analyze.ts', '--json', 'empty-here.wav']
  const ended = await new Promise<string>((resolve) => {
    const env = { ...process.env, MODELS_URL: 'off', MODELS_DIR: folder, DATA_DIR: folder, ...npm }
    execFile(process.execPath, script, { cwd: root, env }, (_, stdout) => resolve(stdout))
  })
  expect(JSON.parse(ended)).toMatchObject({ file: 'empty-here.wav', code: 'file_empty' })
})

it('says how it is used', async () => {
  expect(await command(['--help'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('npm run -s analyze'),
  })
  const nothing = await command([])
  expect(nothing).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('FILE') })
  const strange = await command(['--quick', 'a.flac'])
  expect(strange).toMatchObject({ code: 2, stderr: expect.stringContaining("'--quick'") })
})

it('an analysis is what the contract says it is', async () => {
  const sounds = {
    nothing: [],
    silence: [new Float32Array(22_050)],
    tone: [Float32Array.from({ length: 44_100 }, (_, i) => Math.sin(i / 8))],
    noise: [Float32Array.from({ length: 44_100 }, (_, i) => Math.sin(i * i))],
  }
  const Result = Analysis.omit({ audio_id: true, analyzed_at: true }).strict()
  for (const [name, channels] of Object.entries(sounds)) {
    const { embedding, ...analysis } = await analyze(channels, 22_050)
    expect(embedding).toBeNull()
    expect(() => Result.parse(analysis), name).not.toThrow()
    expect(card(name, analysis as Parameters<typeof card>[1])).toContain(analysis.description)
  }
})
