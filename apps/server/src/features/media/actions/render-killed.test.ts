import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { keptFiles, until } from '../../../../test/photos.ts'
import { sendRecording, settledRecording } from '../../../../test/recordings.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { canTranscode } from '../../../../test/transcoder.ts'
import { startWorker } from '../../../../test/worker.ts'

/** Processes at work on files of this server. */
async function toolsOf({ dataDir }: TestServer): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')))
  return lines.filter((line) => line.includes(path.join(dataDir, 'files')))
}

it.skipIf(!canTranscode || process.platform !== 'linux')(
  '53: a worker killed in the middle of a video is followed by another, and nothing is doubled',
  { timeout: 120_000 },
  async () => {
    const server = await startTestServer({ ROLE: 'web' })
    const [ana] = await server.people('ana')
    const { body: video } = await sendRecording(ana, 'videos', 'nine-seconds.mp4')
    const first = startWorker(server)
    const made = async () =>
      (await server.app.pool.query('select storage_key from renditions')).rows.map((row) => row.storage_key)
    await until(async () => (await made()).length >= 3)
    first.kill('SIGKILL')
    await until(async () => (await toolsOf(server)).length === 0)
    const before = await made()

    // as if it had happened a while ago: the living wait some seconds before they call somebody dead
    await server.app.pool.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`,
    )
    const second = startWorker(server)
    const ready = await settledRecording(ana, 'videos', video.id)
    expect(ready).toMatchObject({
      state: 'ready',
      urls: { hls: expect.any(String), stream: expect.any(String) },
    })
    const after = await made()
    expect(after).toEqual(expect.arrayContaining(before))
    // a file that was just being put away may lie there without a row, until the sweep
    expect(await keptFiles(server)).toEqual(expect.arrayContaining(after))

    const ended = new Promise((resolve) => second.once('exit', resolve))
    second.kill('SIGTERM')
    await ended
    await server.stop()
  },
)
