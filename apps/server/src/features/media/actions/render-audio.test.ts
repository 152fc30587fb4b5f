import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { FORMATS, sample, sendRecording, settledRecording } from '../../../../test/recordings.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { canTranscode, transcoder } from '../../../../test/transcoder.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

async function add(name: string, fields: Record<string, string> = {}, bytes?: Uint8Array) {
  const { status, body } = await sendRecording(ana, 'audio', name, fields, bytes)
  expect([status, body.code]).toEqual([201, undefined])
  return settledRecording(ana, 'audio', body.id)
}

/** A chunk of RIFF or, by its parts, of `bext` (EBU 3285). */
const chunk = (name: string, data: Buffer) => {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data])
}

describe.skipIf(!canTranscode)('an audio recording', { timeout: 120_000 }, () => {
  it('has a stream and a waveform, and tells its tags', async () => {
    const audio = await add('tone.flac')
    expect(audio).toMatchObject({
      state: 'ready',
      failure: null,
      duration: expect.closeTo(2, 1),
      bitrate: expect.any(Number),
      tags: { title: expect.any(String), artist: expect.any(String) },
      urls: { stream: `/api/v1/audio/${audio.id}/stream`, waveform: `/api/v1/audio/${audio.id}/waveform` },
    })
    const stream = await bo.get(`/audio/${audio.id}/stream`)
    expect(stream.headers.get('content-type')).toBe('audio/mp4')
    const file = path.join(server.dataDir, 'stream.m4a')
    await writeFile(file, stream.body)
    const run = { signal: new AbortController().signal }
    expect(await transcoder.probe({ path: file, container: 'mov' }, run)).toMatchObject({
      audio: { codec: 'aac' },
      tags: { title: null, artist: null },
      duration: expect.closeTo(2, 0),
    })
  })

  it('is drawn as loud as it is', async () => {
    const audio = await add('tone.mp3')
    const waveform = await bo.get(`/audio/${audio.id}/waveform`)
    expect(waveform.body).toMatchObject({ version: 2, channels: 1, sample_rate: 8000, bits: 8 })
    const { length, samples_per_pixel, data } = waveform.body
    expect(data).toHaveLength(2 * length)
    expect((length * samples_per_pixel) / 8000).toBeCloseTo(2, 0)
    // half of full scale, away from the ends
    const middle = data.slice(length - 40, length + 40) as number[]
    for (const [index, value] of middle.entries()) {
      const outwards = index % 2 === 0 ? -value : value
      expect(outwards).toBeGreaterThan(50)
      expect(outwards).toBeLessThan(75)
    }
    const again = await bo.request('GET', `/audio/${audio.id}/waveform`, {
      headers: { 'if-none-match': waveform.headers.get('etag')! },
    })
    expect(again.status).toBe(304)
    await ana.put(`/audio/${audio.id}`, { audience: 'private' })
    expect((await bo.get(`/audio/${audio.id}/waveform`)).status).toBe(404)
  })

  it.each(FORMATS.filter(({ kind, file }) => kind === 'audio' && !/flac|mp3$/.test(file)))(
    'plays when it came as $file',
    async ({ file }) => {
      expect(await add(file)).toMatchObject({ state: 'ready', urls: { stream: expect.any(String) } })
    },
  )

  it('plays when a program wrote it into the container of a video', async () => {
    expect(await add('sound-only.mp4')).toMatchObject({ state: 'ready', kind: 'audio' })
  })

  it('was begun when its recorder says, by the clock of the venue', async () => {
    const { body: show } = await ana.post('/shows', {
      artist_name: 'Spinvis',
      venue_name: 'Tivoli',
      venue_city: 'Utrecht',
      venue_country: 'NL',
      show_date: '2024-12-01',
    })
    const bext = Buffer.alloc(602)
    bext.write('2024-12-0121:12:45', 320, 'latin1')
    const wav = sample('mono-8khz.wav')
    const bytes = Buffer.concat([wav.subarray(0, 12), chunk('bext', bext), wav.subarray(12)])
    bytes.writeUInt32LE(bytes.length - 8, 4)
    const audio = await add('recorder.wav', { show_id: show.id }, bytes)
    expect(audio).toMatchObject({
      state: 'ready',
      captured_at: '2024-12-01T20:12:45.000Z',
      captured_at_source: 'container',
    })
  })
})
