import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { expectCleanByExiftool } from '../../../../test/exiftool.ts'
import { addPhoto, jpeg, keptFiles, settled, until, upload } from '../../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { cornersOf, cornersPng } from '../../../platform/images/photos-for-tests.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const bytesOf = async (client: Client, id: string, part: string): Promise<Buffer> => {
  const { status, body } = await client.get(`/photos/${id}/${part}`)
  expect(status).toBe(200)
  return body
}

describe('renditions', () => {
  it('fit 320, 800 and 1600 pixels and are there as soon as they are asked for', async () => {
    const { body } = await upload(ana, {}, await jpeg(2000, 1000).toBuffer())
    const [thumbnail, preview, display] = [
      await bytesOf(bo, body.id, 'thumbnail'),
      await bytesOf(bo, body.id, 'preview'),
      await bytesOf(bo, body.id, 'display'),
    ]
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'webp', width: 320, height: 160 })
    expect(await sharp(preview).metadata()).toMatchObject({ format: 'webp', width: 800, height: 400 })
    expect(await sharp(display).metadata()).toMatchObject({ format: 'webp', width: 1600, height: 800 })
    const photo = await settled(ana, body.id)
    expect(photo).toMatchObject({ state: 'ready', failure: null, width: 2000, height: 1000 })
    expect(Buffer.from(photo.placeholder, 'base64').length).toBeGreaterThan(4)
    expect(photo.color).toMatch(/^#[\da-f]{6}$/)
  })

  it.each(['png', 'gif', 'webp', 'avif'] as const)(
    'are made of %s, whatever it is called',
    async (format) => {
      const photo = await addPhoto(ana, {}, await jpeg().toFormat(format).toBuffer(), 'no-picture.txt')
      expect(photo).toMatchObject({ mime_type: `image/${format}`, state: 'ready', width: 64, height: 48 })
      expect((await sharp(await bytesOf(bo, photo.id, 'display')).metadata()).format).toBe('webp')
    },
  )

  it.each([
    [1, 'abcd'],
    [3, 'dcba'],
    [6, 'cadb'],
    [8, 'bdac'],
  ])('stand upright for orientation %i', async (orientation, corners) => {
    const turned = await sharp(await cornersPng())
      .jpeg()
      .withMetadata({ orientation })
      .toBuffer()
    const photo = await addPhoto(ana, {}, turned)
    expect(photo).toMatchObject(orientation < 5 ? { width: 128, height: 64 } : { width: 64, height: 128 })
    for (const part of ['thumbnail', 'display']) {
      expect(await cornersOf(await bytesOf(bo, photo.id, part))).toBe(corners)
    }
  })

  it('28: say nothing about who made the photo, where and with what', async () => {
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>canary-xmp</creator></x:xmpmeta>'
    const telling = await jpeg()
      .withExif({
        IFD0: { Artist: 'canary-artist', Software: 'canary-software' },
        IFD2: { BodySerialNumber: 'canary-serial', UserComment: 'canary-comment' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '52/1 5/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '5/1 6/1 0/1',
        },
      })
      .withXmp(xmp)
      .toBuffer()
    // sharp writes no IPTC, so it is put in by hand: an APP13 segment with a by-line (2:80)
    const record = Buffer.from(
      'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x50\0\x0bcanary-iptc',
      'latin1',
    )
    const segment = Buffer.concat([Buffer.from([0xff, 0xed, 0, record.length + 2]), record])
    const bytes = Buffer.concat([telling.subarray(0, 2), segment, telling.subarray(2)])
    expect(await sharp(bytes).metadata()).toMatchObject({ iptc: expect.any(Buffer), xmp: expect.any(Buffer) })

    const photo = await addPhoto(ana, {}, bytes, 'canary-name.jpg')
    expect(photo.point).toEqual({ latitude: expect.closeTo(52.083, 2), longitude: expect.closeTo(5.1, 2) })
    const files: string[] = []
    for (const part of ['thumbnail', 'preview', 'display']) {
      const rendition = await bytesOf(bo, photo.id, part)
      files.push(path.join(server.dataDir, `${part}.webp`))
      await writeFile(files.at(-1) ?? '', rendition)
      // names of four letters: shorter ones stand in noise by chance
      expect(rendition.toString('latin1')).not.toMatch(/canary|EXIF|Exif|XMP |GPSL|8BIM/)
      expect(Object.keys(await sharp(rendition).metadata())).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/exif|iptc|xmp/)]),
      )
    }
    await expectCleanByExiftool(files)
    for (const answer of [await bo.get(`/photos/${photo.id}`), await bo.get(`/photos/user/${ana.id}`)]) {
      expect(JSON.stringify(answer.body)).not.toMatch(/canary|52\.08|original/)
    }
    expect(bytes.equals(await bytesOf(ana, photo.id, 'original'))).toBe(true)
  })

  it('replace each other when they are made again', async () => {
    const photo = await addPhoto(ana, {}, await jpeg().toBuffer())
    const before = await keptFiles(server)
    await server.app.pool.query(`update media set state = 'failed' where id = $1`, [photo.id])
    expect((await ana.post(`/photos/${photo.id}/retry`)).body.state).toBe('processing')
    expect((await settled(ana, photo.id)).state).toBe('ready')
    await until(async () => (await keptFiles(server)).length === before.length)
    const after = await keptFiles(server)
    expect(after.filter((file) => !before.includes(file))).toHaveLength(3)
    await bytesOf(bo, photo.id, 'thumbnail')
  })
})

describe('a photo that does not decode', () => {
  const truncated = async () => {
    const whole = await jpeg(800, 600).toBuffer()
    return whole.subarray(0, whole.length / 2)
  }

  it('ends as failed with a sentence for its owner, and is nothing to others', async () => {
    const photo = await addPhoto(ana, {}, await truncated())
    expect(photo).toMatchObject({ state: 'failed', failure: expect.stringMatching(/\.$/), placeholder: null })
    expect(photo.urls).toEqual({ original: `/api/v1/photos/${photo.id}/original` })
    expect((await ana.get(`/photos/${photo.id}/thumbnail`)).body.code).toBe('not_found')
    for (const part of ['', '/thumbnail', '/preview', '/display']) {
      expect((await bo.get(`/photos/${photo.id}${part}`)).body.code).toBe('not_found')
    }
    expect(JSON.stringify((await bo.get(`/photos/user/${ana.id}?limit=100`)).body)).not.toContain(photo.id)
    expect((await bo.post(`/photos/${photo.id}/retry`)).status).toBe(404)
  })

  it('fails again when it is tried again, and keeps no rendition', async () => {
    const before = await keptFiles(server)
    const photo = await addPhoto(ana, {}, await truncated())
    expect((await ana.post(`/photos/${photo.id}/retry`)).body).toMatchObject({
      state: 'processing',
      failure: null,
    })
    expect((await settled(ana, photo.id)).state).toBe('failed')
    expect((await keptFiles(server)).length).toBe(before.length + 1)
    const left = () =>
      server.app.pool.query(`select 1 from graphile_worker.jobs where task_identifier = 'render-photo'`)
    // the job ends a moment after what it wrote
    await until(async () => (await left()).rows.length === 0)
  })

  it('can be tried again only then, and only by its owner', async () => {
    const photo = await addPhoto(ana)
    expect((await ana.post(`/photos/${photo.id}/retry`)).body.code).toBe('media_not_failed')
    expect((await bo.post(`/photos/${photo.id}/retry`)).body.code).toBe('forbidden')
  })
})

it('is retried when the storage, not the photo, is at fault', async () => {
  const lazy = await startTestServer({ ROLE: 'web' })
  const [cy] = await lazy.people('cy')
  const { body } = await upload(cy)
  const [original = ''] = await keptFiles(lazy)
  await rm(path.join(lazy.dataDir, 'files', original))
  const { renderPhoto } = await import('./render-photo.ts')
  const { createFolderStorage } = await import('../../../platform/storage/folder.ts')
  const deps = { db: lazy.app.db, storage: createFolderStorage(path.join(lazy.dataDir, 'files')) }
  await expect(renderPhoto(deps, body.id, false)).rejects.toThrow('ENOENT')
  expect((await cy.get(`/photos/${body.id}`)).body.state).toBe('processing')
  await expect(renderPhoto(deps, body.id, true)).rejects.toThrow('ENOENT')
  expect((await cy.get(`/photos/${body.id}`)).body).toMatchObject({
    state: 'failed',
    failure_code: 'internal',
    failure: 'This could not be prepared, which is no fault of the file. Try again.',
  })
  await lazy.stop()
})

it('tells its owner how far it is, and nobody else', async () => {
  const heard: Record<string, unknown[]> = { ana: [], bo: [] }
  const sockets = [ana, bo].map((person) => {
    const socket = io(server.url, { auth: { token: person.token }, transports: ['websocket'] })
    socket.on('upload_progress', (progress) => heard[person.username]?.push(progress))
    return socket
  })
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.on('connect', resolve))))
  const { id } = await addPhoto(ana)
  await until(async () => (heard.ana?.length ?? 0) >= 2)
  expect(heard.ana).toEqual([
    { id, state: 'processing', progress: 0.5 },
    { id, state: 'ready', progress: 1 },
  ])
  expect(heard.bo).toEqual([])
  for (const socket of sockets) socket.close()
})

it('of photos from before there were previews get one by themselves; until then a larger copy stands in', async () => {
  const photo = await addPhoto(ana, {}, await jpeg(1200, 600).toBuffer())
  await server.app.pool.query(`delete from renditions where media_id = $1 and name = 'preview'`, [photo.id])
  expect((await sharp(await bytesOf(bo, photo.id, 'preview')).metadata()).width).toBe(1200)
  const lost = await addPhoto(ana)
  await server.app.pool.query(`delete from renditions where media_id = $1 and name = 'preview'`, [lost.id])
  await server.app.pool.query(`update media set storage_key = 'media/00/gone.jpg' where id = $1`, [lost.id])
  await enqueue(server.app.db, 'complete-photos', {})
  await until(async () => {
    const { width } = await sharp(await bytesOf(bo, photo.id, 'preview')).metadata()
    return width === 800
  })
  expect((await ana.get(`/photos/${photo.id}`)).body).toEqual(photo)
})
