import { randomUUID } from 'node:crypto'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { addPhoto, keptFiles, until } from '../../../../test/photos.ts'
import { startTestServer } from '../../../../test/server.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'

const MINUTE = 60_000

it('53: what a crash left behind is swept after an hour, and nothing else', async () => {
  const server = await startTestServer()
  const [ana] = await server.people('ana')
  const photo = await addPhoto(ana)
  const held = await keptFiles(server)

  const fileOf = (key: string) => path.join(server.dataDir, 'files', key)
  const age = async (key: string, minutes: number) => {
    const then = new Date(Date.now() - minutes * MINUTE)
    await utimes(fileOf(key), then, then)
  }
  const leave = async (key: string, minutes: number) => {
    await mkdir(path.dirname(fileOf(key)), { recursive: true })
    await writeFile(fileOf(key), 'left behind')
    await age(key, minutes)
    return key
  }
  for (const key of held) await age(key, 600)
  await leave(`media/3f/${randomUUID()}.jpg`, 61)
  await leave(`media/00/${randomUUID()}.webp`, 6000)
  await leave(`tmp/${randomUUID()}`, 61)
  const young = [await leave(`media/3f/${randomUUID()}.jpg`, 59), await leave(`tmp/${randomUUID()}`, 59)]

  await enqueue(server.app.db, 'sweep-storage', {})
  await until(async () => (await keptFiles(server)).length === held.length + 2)
  expect(await keptFiles(server)).toEqual([...held, ...young].sort())
  expect((await ana.get(`/photos/${photo.id}/original`)).status).toBe(200)
  await server.stop()
})
