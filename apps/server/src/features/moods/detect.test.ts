import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let ana: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
})
afterAll(() => server.stop())

const grey = () => sharp({ create: { width: 320, height: 240, channels: 3, background: '#808080' } })
const detect = (image: string | Buffer) =>
  ana.post('/mood/detect', { image: typeof image === 'string' ? image : image.toString('base64') })

/** A photo of people that comes with one of the libraries. */
const people = fileURLToPath(new URL('../demo/sample1.jpg', import.meta.resolve('@vladmandic/face-api')))
/** Photos about which there is no doubt. */
const CLEAR = [
  ['happy_Joschka_Fischer_0007.jpg', 'happy'],
  ['sad_Jayamadhuri_201.jpg', 'sad'],
  ['angry_Shane_Warne_0001.jpg', 'angry'],
  ['neutral_Wen_Jiabao_0006.jpg', 'neutral'],
] as const
const labelled = path.join(import.meta.dirname, '../../../../../../shared/data/faces')

describe('a picture that is sent for its mood', () => {
  it('with a face is read: the likeliest mood, and four scores that make 1', async () => {
    const { status, body } = await detect(readFileSync(people))
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.landmarks_detected).toBe(true)
    expect(Object.keys(body.scores).sort()).toEqual(['angry', 'happy', 'neutral', 'sad'])
    const scores = Object.values<number>(body.scores)
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 6)
    expect(body.scores[body.mood]).toBe(Math.max(...scores))
    expect(body.confidence).toBe(Math.max(...scores))
  })

  it('without a face has no mood, whatever its format, and as a data URL, too', async () => {
    const [png, webp] = await Promise.all([grey().png().toBuffer(), grey().webp().toBuffer()])
    for (const image of [png, webp, `data:image/png;base64,${png.toString('base64')}`]) {
      expect(await detect(image)).toMatchObject({
        status: 200,
        body: {
          mood: null,
          confidence: 0,
          landmarks_detected: false,
          scores: { happy: 0, sad: 0, angry: 0, neutral: 0 },
        },
      })
    }
  })

  it('leaves no sample', async () => {
    await detect(readFileSync(people))
    expect((await ana.get('/mood/history')).body.items).toEqual([])
  })

  it('that is none is refused with the reason', async () => {
    const jpeg = await grey().jpeg().toBuffer()
    const noise = Buffer.alloc(3 * 512 * 512, 'some noise for a larger file')
    const large = await sharp(noise, { raw: { width: 512, height: 512, channels: 3 } })
      .jpeg()
      .toBuffer()
    const cases: [string | Buffer, string][] = [
      ['not base64 at all', 'validation_failed'],
      ['', 'validation_failed'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unsupported_format'],
      [await grey().gif().toBuffer(), 'unsupported_format'],
      [large.subarray(0, large.length / 2), 'file_corrupt'],
      [Buffer.concat([jpeg, Buffer.alloc(5_242_880)]), 'payload_too_large'],
      ['A'.repeat(8_000_000), 'payload_too_large'],
    ]
    for (const [image, code] of cases) {
      const answer = await detect(image)
      expect(answer.body.code, String(image).slice(0, 40)).toBe(code)
      expect(answer.status).toBeLessThan(500)
    }
  })

  const here = existsSync(labelled)
  it.skipIf(!here)('says what people say of clear faces (needs data beside the project)', async () => {
    for (const [file, mood] of CLEAR) {
      const { body } = await detect(readFileSync(path.join(labelled, file)))
      expect(body, file).toMatchObject({ mood })
    }
  })
})
