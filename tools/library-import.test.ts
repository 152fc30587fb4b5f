import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../apps/server/test/client.ts'
import { mediaFile, sendRecording } from '../apps/server/test/recordings.ts'
import { startTestServer, type TestServer } from '../apps/server/test/server.ts'
import { runImport } from './library-import/run.ts'

describe('library:import', () => {
  let server: TestServer
  let ana: Client
  let folder: string
  beforeAll(async () => {
    server = await startTestServer()
    ;[ana] = await server.people('ana')
    folder = await mkdtemp(path.join(tmpdir(), 'sms-import-'))
    await mkdir(path.join(folder, 'an album'))
    await copyFile(mediaFile('tone.flac'), path.join(folder, 'an album', '01 Tone.flac'))
    await copyFile(mediaFile('tone.flac'), path.join(folder, 'the same.flac'))
    await copyFile(mediaFile('tone.mp3'), path.join(folder, 'tone.MP3'))
    await copyFile(mediaFile('tone.ogg'), path.join(folder, 'sent.ogg'))
    await writeFile(path.join(folder, 'cover.jpg'), 'a picture')
    await writeFile(path.join(folder, '.hidden.mp3'), 'hidden')
    await symlink('/etc', path.join(folder, 'away'))
  })
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  async function run(env: Record<string, string>, ...words: string[]) {
    const said: string[] = []
    const settings = { DATABASE_URL: server.databaseUrl, DATA_DIR: server.dataDir, ...env }
    return { code: await runImport(words, settings, (line) => said.push(line)), said }
  }

  it('adds what is audio once, for its person alone, and says so', async () => {
    await sendRecording(ana, 'audio', 'tone.ogg')
    const first = await run({}, folder, '--for', 'ana')
    expect(first).toEqual({
      code: 0,
      said: [`4 audio files in ${folder} for ana.`, '2 added, 2 were there already, 1 no audio, 0 failed.'],
    })
    const { body } = await ana.get('/music/library?source=folder&sort=name')
    expect(body.items).toHaveLength(2)
    const audio = await ana.get(`/audio/${body.items[0].audio_id}`)
    expect(audio.body).toMatchObject({ audience: 'private', show_id: null, file_name: '01 Tone.flac' })
  })

  it('finds nothing to do again, and goes on with what is new', async () => {
    expect((await run({}, folder, '--for', 'ana')).said[1]).toMatch(/^0 added, 4 were there already/)
    await copyFile(mediaFile('tone.opus'), path.join(folder, 'late.opus'))
    expect((await run({}, folder, '--for', 'ana')).said[1]).toMatch(/^1 added, 4 were there already/)
  })

  it('tells what is no audio by its content, and stops where there is no more room', async () => {
    const broken = path.join(folder, 'broken.wav')
    await writeFile(broken, 'no sound')
    const { code, said } = await run({}, folder, '--for', 'ana')
    expect([code, said.at(-1)]).toEqual([1, `FAILED  ${broken}: This file is none of the formats we take.`])
    await rm(broken)
    await copyFile(mediaFile('tone.m4a'), path.join(folder, 'more.m4a'))
    await server.app.pool.query('update media set file_size = 1048576 where owner_id = $1', [ana.id])
    const full = await run({ STORAGE_QUOTA_MB: '1' }, folder, '--for', 'ana')
    expect([full.code, full.said.at(-1)]).toEqual([1, expect.stringContaining('Your storage is full')])
  })

  it('says how it is called, and whom it does not know', async () => {
    for (const words of [[], [folder], [folder, '--for', 'ana', 'more'], [folder, '--as', 'ana']])
      await expect(run({}, ...words)).rejects.toThrow('npm run library:import -- FOLDER')
    await expect(run({}, folder, '--for', 'nobody')).rejects.toThrow('Nobody here is called nobody.')
    await expect(run({}, path.join(folder, 'none'), '--for', 'ana')).rejects.toThrow('is no folder')
  })
})
