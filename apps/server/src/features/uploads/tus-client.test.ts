import { DetailedError, Upload } from 'tus-js-client'
import { afterAll, describe, expect, it } from 'vitest'
import { freshBucket, hasSwift } from '../../../test/bucket.ts'
import type { Client } from '../../../test/client.ts'
import { addShow } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { ended, originalOf, sha256Of, videoBytes } from '../../../test/uploads.ts'

const MB = 1_048_576

/** The library that browsers and phones use understands what we say. */
function understood(env: () => Promise<Record<string, string>>): void {
  const servers: TestServer[] = []
  afterAll(() => Promise.all(servers.map((server) => server.stop())))

  const start = async (): Promise<[TestServer, Client]> => {
    const server = await startTestServer(await env())
    servers.push(server)
    return [server, (await server.people('ana'))[0]]
  }

  const send = (
    who: Client,
    bytes: Buffer,
    endpoint: string,
    more: ConstructorParameters<typeof Upload>[1] = {},
  ) =>
    new Promise<string>((resolve, reject) => {
      const upload = new Upload(bytes, {
        endpoint,
        headers: { authorization: `Bearer ${who.token}` },
        chunkSize: MB,
        retryDelays: [50, 100, 200, 400],
        onSuccess: () => resolve(upload.url ?? ''),
        onError: reject,
        ...more,
      })
      upload.start()
    })

  it('35: sends in parts, stops, goes on elsewhere', { timeout: 60_000 }, async () => {
    const [server, ana] = await start()
    const bytes = videoBytes(3 * MB + 5)
    const endpoint = `${server.url}/api/v1/uploads`
    const showId = await addShow(ana)
    const known = { filename: 'lied.mp4', show_id: showId, sha256: sha256Of(bytes) }
    const address = await new Promise<string>((resolve, reject) => {
      const upload = new Upload(bytes, {
        endpoint,
        headers: { authorization: `Bearer ${ana.token}` },
        metadata: known,
        chunkSize: MB,
        onChunkComplete: () => void upload.abort().then(() => resolve(upload.url ?? ''), reject),
        onError: reject,
      })
      upload.start()
    })
    expect(address).toMatch(/\/api\/v1\/uploads\/[\da-f-]{36}$/)
    await send(ana, bytes, endpoint, { uploadUrl: address })
    const upload = await ended(ana, address.split('/').at(-1) ?? '')
    expect(upload).toMatchObject({ state: 'done', show_id: showId })
    expect((await originalOf(ana, upload)).equals(bytes)).toBe(true)

    // again, it is told at once that it is here
    const refused = await send(ana, bytes, endpoint, { metadata: known, retryDelays: null }).catch(
      (error) => error,
    )
    expect(refused).toBeInstanceOf(DetailedError)
    expect(refused.originalResponse.getStatus()).toBe(409)
    expect(JSON.parse(refused.originalResponse.getBody())).toMatchObject({
      code: 'already_uploaded',
      media_id: upload.media_id,
      kind: 'video',
    })
    // and where it was given up, that there is nothing
    await Upload.terminate(address, { headers: { authorization: `Bearer ${ana.token}` } })
    expect((await ana.get(`/uploads/${address.split('/').at(-1)}`)).status).toBe(404)
  })
}

describe('tus-js-client, with a folder', () => understood(async () => ({})))
describe.skipIf(!hasSwift)('tus-js-client, with a bucket (needs swift)', () => understood(freshBucket))
