import { request as httpRequest } from 'node:http'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { addShow, jpeg, keptFiles, photoForm, until, upload } from '../../../../test/photos.ts'
import { sample, sendRecording } from '../../../../test/recordings.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { begin } from '../../../../test/uploads.ts'
import { hugePng, manyFrameGif } from '../../../platform/images/bombs-for-tests.ts'

const MB = 1_048_576

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  // without jobs, so that only uploads leave files
  server = await startTestServer({ ROLE: 'web' })
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const countRows = async (): Promise<number> =>
  (await server.app.pool.query('select count(*)::int as n from media')).rows[0].n

afterEach(async () => {
  await server.app.pool.query('delete from media')
})

describe('11: adding a photo', () => {
  it('answers with the photo and keeps it byte for byte', async () => {
    const bytes = await jpeg(640, 480).toBuffer()
    const { status, body } = await upload(ana, { caption: ' The last song ' }, bytes, 'IMG 1.jpg')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      kind: 'photo',
      owner: { id: ana.id, username: 'ana' },
      caption: 'The last song',
      audience: 'public',
      mime_type: 'image/jpeg',
      file_name: 'IMG 1.jpg',
      file_size: bytes.length,
      width: 640,
      height: 480,
      captured_at_source: 'upload',
      state: 'processing',
      show_id: null,
    })
    const original = await ana.get(`/photos/${body.id}/original`)
    expect(bytes.equals(original.body)).toBe(true)
    expect(original.headers.get('content-type')).toBe('image/jpeg')
  })

  it('takes the fields in any order', async () => {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(await jpeg().toBuffer())], 'a.jpg'))
    form.append('title', 'Encore')
    form.append('audience', 'friends')
    form.append('show_id', '')
    const { body } = await ana.request('POST', '/photos', { body: form })
    expect(body).toMatchObject({ caption: 'Encore', audience: 'friends', show_id: null })
  })

  it('takes the audience that is usual for the person', async () => {
    await bo.patch('/users/me', { default_media_audience: 'friends' })
    expect((await upload(bo)).body.audience).toBe('friends')
    expect((await upload(bo, { audience: 'private' })).body.audience).toBe('private')
  })

  it('puts the show into the diary of whoever adds a photo to it', async () => {
    const show = await addShow(ana)
    const { body } = await upload(bo, { show_id: show })
    expect(body.show_id).toBe(show)
    const mine = await bo.get(`/shows/${show}`)
    expect(mine.body.my_attendance).toMatchObject({ method: 'photo', state: 'attended' })
  })

  it('lets one bad file of several fail alone', async () => {
    const good = await Promise.all([jpeg().toBuffer(), jpeg().toBuffer(), jpeg().toBuffer()])
    const answers = await Promise.all(
      [...good, Buffer.from('not a picture')].map((bytes) => upload(ana, {}, bytes)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 422])
    expect(await countRows()).toBe(3)
  })

  it('needs a sign-in', async () => {
    expect((await upload(server.stranger)).status).toBe(401)
  })
})

describe('when a photo was taken', () => {
  const photographed = (tags: Record<string, string>) => jpeg().withExif({ IFD2: tags }).toBuffer()

  it('is what a camera with an offset says', async () => {
    const bytes = await photographed({
      DateTimeOriginal: '2024:12:01 22:12:45',
      OffsetTimeOriginal: '+01:00',
    })
    const { body } = await upload(ana, {}, bytes)
    expect(body).toMatchObject({ captured_at: '2024-12-01T21:12:45.000Z', captured_at_source: 'exif' })
  })

  it('is read in the zone of the venue, of the person, or UTC, when the camera gives none', async () => {
    const bytes = await photographed({ DateTimeOriginal: '2024:12:01 22:12:45', SubSecTimeOriginal: '5' })
    const lisbon = await addShow(ana, { venue_name: 'Coliseu', venue_city: 'Lisbon', venue_country: 'PT' })
    const amsterdam = await addShow(ana)
    const at = async (fields: Record<string, string>) => (await upload(ana, fields, bytes)).body.captured_at
    expect(await at({ show_id: amsterdam })).toBe('2024-12-01T21:12:45.500Z')
    expect(await at({ show_id: lisbon })).toBe('2024-12-01T22:12:45.500Z')
    expect(await at({})).toBe('2024-12-01T22:12:45.500Z')
    await ana.patch('/users/me', { time_zone: 'America/New_York' })
    expect(await at({})).toBe('2024-12-02T03:12:45.500Z')
    expect((await upload(ana, {}, bytes)).body.captured_at_source).toBe('exif_local')
  })
})

describe('26, 27, 30: what is no photo leaves nothing behind', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const html = '<!doctype html><script>alert(1)</script>'

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['HTML', () => Buffer.from(html), 'unsupported_format'],
    ['SVG', () => Buffer.from(svg), 'unsupported_format'],
    [
      'a page that begins like a JPEG',
      () => Buffer.from(`\xff\xd8\xff\xe0${html}`, 'latin1'),
      'file_corrupt',
    ],
    ['a script that begins like a GIF', () => Buffer.from(`GIF89a=1;alert(1)//${html}`), 'file_corrupt'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'unsupported_format'],
    ['a TIFF', () => jpeg().tiff().toBuffer(), 'unsupported_format'],
    ['nothing', () => Buffer.alloc(0), 'file_empty'],
    ['a header cut short', async () => (await jpeg().toBuffer()).subarray(0, 60), 'file_corrupt'],
    ['30,000 × 30,000 pixels', () => hugePng(30_000, 30_000), 'too_many_pixels'],
    ['an animation without end', () => manyFrameGif(20_000), 'too_many_pixels'],
  ])('%s', async (_name, make, code) => {
    const before = await keptFiles(server)
    const { status, body } = await upload(ana, {}, await make(), 'photo.jpg')
    expect([status, body.code]).toEqual([422, code])
    expect(await keptFiles(server)).toEqual(before)
    expect(await countRows()).toBe(0)
  })

  it('forms that are wrong', async () => {
    const before = await keptFiles(server)
    const bytes = await jpeg().toBuffer()
    const codeOf = async (form: FormData) => (await ana.request('POST', '/photos', { body: form })).body.code
    const twice = photoForm(bytes, { caption: 'one' })
    twice.append('caption', 'two')
    const twoFiles = photoForm(bytes)
    twoFiles.append('file', new File([new Uint8Array(bytes)], 'b.jpg'))
    const elsewhere = new FormData()
    elsewhere.append('picture', new File([new Uint8Array(bytes)], 'a.jpg'))
    const none = new FormData()
    none.append('caption', 'no file')
    expect(await codeOf(photoForm(bytes, { owner_id: bo.id }))).toBe('validation_failed')
    expect(await codeOf(photoForm(bytes, { show_id: '../1' }))).toBe('validation_failed')
    expect(await codeOf(photoForm(bytes, { audience: 'everybody' }))).toBe('validation_failed')
    expect(await codeOf(photoForm(bytes, { caption: 'a\0b' }))).toBe('validation_failed')
    expect(await codeOf(photoForm(bytes, { caption: 'x'.repeat(2001) }))).toBe('validation_failed')
    expect(await codeOf(photoForm(bytes, { caption: 'x'.repeat(100_000) }))).toBe('validation_failed')
    expect(await codeOf(photoForm(bytes, { ['__proto__']: 'x' }))).toBe('malformed_request')
    expect(await codeOf(twice)).toBe('validation_failed')
    expect(await codeOf(twoFiles)).toBe('malformed_request')
    expect(await codeOf(elsewhere)).toBe('validation_failed')
    expect(await codeOf(none)).toBe('file_missing')
    expect((await ana.post('/photos', {})).body.code).toBe('unsupported_media_type')
    expect(await keptFiles(server)).toEqual(before)
    expect(await countRows()).toBe(0)
  })

  it('a show that one may not see', async () => {
    const before = await keptFiles(server)
    const show = await addShow(ana, { is_public: false })
    const { status, body } = await upload(bo, { show_id: show })
    expect([status, body.code]).toEqual([404, 'not_found'])
    expect(await keptFiles(server)).toEqual(before)
    expect(await countRows()).toBe(0)
  })
})

describe('34: sizes', () => {
  it('takes 50 MB and refuses a byte more', async () => {
    const picture = await jpeg().toBuffer()
    const filled = (size: number) => Buffer.concat([picture, Buffer.alloc(size - picture.length)])
    expect((await upload(ana, {}, filled(50 * MB))).status).toBe(201)
    const before = await keptFiles(server)
    for (const size of [50 * MB + 1, 51 * MB]) {
      const { status, body } = await upload(ana, {}, filled(size))
      expect([status, body.code, body.uploads]).toEqual([413, 'payload_too_large', '/api/v1/uploads'])
      expect(body.message).toContain('/api/v1/uploads')
    }
    expect(await keptFiles(server)).toEqual(before)
  })

  it('refuses while the bytes still come, also when nobody said how many', async () => {
    const before = await keptFiles(server)
    const answer = await new Promise<number>((resolve, reject) => {
      const sending = startUpload((response) => {
        sending.destroy()
        resolve(response.statusCode ?? 0)
      })
      sending.on('error', reject)
      const more = () => {
        while (!sending.destroyed)
          if (!sending.write(Buffer.alloc(65_536))) return sending.once('drain', more)
      }
      more()
    })
    expect(answer).toBe(413)
    await until(async () => (await keptFiles(server)).length === before.length)
  })

  it('keeps a person within her quota', async () => {
    const small = await startTestServer({ STORAGE_QUOTA_MB: '1' })
    const [cy] = await small.people('cy')
    const picture = await jpeg().toBuffer()
    const half = Buffer.concat([picture, Buffer.alloc(MB / 2 - picture.length)])
    const answers = await Promise.all([upload(cy, {}, half), upload(cy, {}, half), upload(cy, {}, half)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 413])
    expect(answers.find(({ status }) => status === 413)?.body.code).toBe('quota_exceeded')
    const [kept] = answers.filter(({ status }) => status === 201)
    expect((await cy.delete(`/photos/${kept?.body.id}`)).status).toBe(204)
    expect((await upload(cy, {}, half)).status).toBe(201)
    await small.stop()
  })
})

/** Begins an upload without an end; the file's bytes are up to the caller. */
function startUpload(answered: Parameters<typeof httpRequest>[2]) {
  const sending = httpRequest(
    `${server.url}/api/v1/photos`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${ana.token}`, 'content-type': 'multipart/form-data; boundary=cut' },
    },
    answered,
  )
  sending.write('--cut\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n')
  return sending
}

describe('34: a quota', () => {
  it('is one for all kinds and doors, whatever comes at once', async () => {
    const small = await startTestServer({ STORAGE_QUOTA_MB: '1', ROLE: 'web' })
    const [cy] = await small.people('cy')
    const filled = (head: Buffer) => Buffer.concat([head, Buffer.alloc(400_000 - head.length)])
    const picture = filled(await jpeg().toBuffer())
    const answers = await Promise.all([
      upload(cy, {}, picture),
      sendRecording(cy, 'audio', 'tone.m4a', {}, filled(sample('tone.m4a'))),
      sendRecording(cy, 'videos', 'clip.mp4', {}, filled(sample('clip.mp4'))),
      begin(cy, 400_000),
      begin(cy, 400_000),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 413, 413, 413])
    const { body } = await cy.get('/users/me/storage')
    expect(body.used).toBe(800_000)
    const parts = [body.photos, body.audio, body.videos, body.uploads]
    expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(800_000)
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    await small.stop()
  })
})

describe('53: a client that goes away', () => {
  it('leaves nothing of its photo', async () => {
    const before = await keptFiles(server)
    const sending = startUpload(() => {})
    sending.on('error', () => {})
    sending.write(Buffer.concat([await jpeg().toBuffer(), Buffer.alloc(MB)]))
    await until(async () => (await keptFiles(server)).length > before.length)
    sending.destroy()
    await until(async () => (await keptFiles(server)).length === before.length)
    expect(await countRows()).toBe(0)
  })
})

describe('56: the same request again', () => {
  it('is one photo, also twenty times at once', async () => {
    const bytes = await jpeg().toBuffer()
    const before = await keptFiles(server)
    const send = (fields: Record<string, string> = { caption: 'once' }) =>
      upload(ana, fields, bytes, 'a.jpg', { 'idempotency-key': 'one' })
    const answers = await Promise.all(Array.from({ length: 20 }, () => send()))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await countRows()).toBe(1)
    expect((await keptFiles(server)).length).toBe(before.length + 1)
    expect((await send({ caption: 'twice' })).body.code).toBe('idempotency_conflict')
    const other = await upload(ana, { caption: 'once' }, await jpeg().toBuffer(), 'a.jpg', {
      'idempotency-key': 'one',
    })
    expect(other.body.code).toBe('idempotency_conflict')
    expect(await countRows()).toBe(1)
  })
})

describe('53: a transaction that fails', () => {
  it('takes its file with it', async () => {
    const before = await keptFiles(server)
    await server.app.pool.query(
      `alter table media add constraint broken check (caption <> 'break') not valid`,
    )
    expect((await upload(ana, { caption: 'break' })).status).toBe(500)
    await server.app.pool.query('alter table media drop constraint broken')
    expect(await keptFiles(server)).toEqual(before)
    expect(await countRows()).toBe(0)
  })
})

describe('29: names are shown, never followed', () => {
  it.each<[string, string, string | null]>([
    ['a path', '../../../etc/passwd.jpg', 'passwd.jpg'],
    ['a path of Windows', '..\\..\\boot.jpg', 'boot.jpg'],
    ['an encoded path', '..%2f..%2fetc.jpg', '..%2f..%2fetc.jpg'],
    ['a NUL', 'a\0b.jpg', 'ab.jpg'],
    ['5,000 characters', 'x'.repeat(5000), 'x'.repeat(255)],
    ['a turned direction', 'gpj.\u202eexe', 'gpj.exe'],
    ['what headers quote', 'Björk “live”; a=b.jpg', 'Björk “live”; a=b.jpg'],
    ['nothing but a slash', '/', null],
  ])('%s', async (_name, sent, shown) => {
    const boundary = 'cut'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${sent}"\r\n\r\n`
    const { status, body } = await ana.request('POST', '/photos', {
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: Buffer.concat([
        Buffer.from(head),
        await jpeg().toBuffer(),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    })
    expect([status, body.file_name]).toEqual([201, shown])
    const { headers } = await ana.get(`/photos/${body.id}/original`)
    expect(headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''[\w.%~!-]+$/)
    for (const file of await keptFiles(server)) expect(file).toMatch(/^(media\/[\da-f]{2}|tmp)\/[\da-f-]{36}/)
  })
})

it('tells the size of a turned photo as it is displayed', async () => {
  const turned = await sharp(await jpeg(80, 40).toBuffer())
    .withMetadata({ orientation: 6 })
    .toBuffer()
  expect((await upload(ana, {}, turned)).body).toMatchObject({ width: 40, height: 80 })
})
