import { get } from 'node:http'
import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { addPhoto, jpeg } from '../../../test/photos.ts'
import { startTestServer } from '../../../test/server.ts'
import { createLog } from '../log/log.ts'

it('a reader who leaves in the middle of a file is no fault of ours', async () => {
  let lines = ''
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines += chunk
      done()
    },
  })
  const server = await startTestServer({}, createLog('info', destination))
  const [ana] = await server.people('ana')
  const bytes = Buffer.concat([await jpeg().toBuffer(), Buffer.alloc(20_000_000)])
  const photo = await addPhoto(ana, {}, bytes)
  const headers = { authorization: `Bearer ${ana.token}` }
  await new Promise<void>((resolve) => {
    const reading = get(`${server.url}/api/v1/photos/${photo.id}/original`, { headers }, (answer) =>
      answer.once('data', () => reading.destroy()),
    )
    reading.once('error', () => {})
    reading.once('close', resolve)
  })
  // closing waits for what is under way
  await server.stop()
  expect(lines).not.toContain('"level":50')
})
