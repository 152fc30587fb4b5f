import { rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { createClient } from '../../../../test/client.ts'
import { until } from '../../../../test/photos.ts'
import { startTestServer } from '../../../../test/server.ts'
import { begun, offsetOf, openPart, sendPart, videoBytes } from '../../../../test/uploads.ts'
import { createApp } from '../../../app.ts'
import { readConfig } from '../../../platform/config/config.ts'
import { createLog } from '../../../platform/log/log.ts'

it('35: a process that stops keeps what it received and lets the next go on at once', async () => {
  const { app, url, dataDir, databaseUrl, people } = await startTestServer()
  const [ana] = await people('ana')
  const bytes = videoBytes(50_000)
  const id = await begun(ana, bytes.length)
  const part = openPart(url, ana, id, 0, bytes.length)
  part.write(bytes.subarray(0, 20_000))
  await until(async () => {
    const row = await app.db.selectFrom('uploads').select('writer').where('id', '=', id).executeTakeFirst()
    return row?.writer != null
  })
  await app.close()
  expect(await part.answer).toBeUndefined()

  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', RATE_LIMITS: 'off', LOG_LEVEL: 'silent' })
  const next = await createApp(config, databaseUrl, createLog('silent'))
  const later = createClient(await next.start(), ana)
  const at = await offsetOf(later, id)
  expect(at).toBeLessThanOrEqual(20_000)
  expect((await sendPart(later, id, at, bytes.subarray(at))).status).toBe(204)
  await next.close()
  await rm(dataDir, { recursive: true, force: true })
})
