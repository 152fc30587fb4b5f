import { expect, it } from 'vitest'
import { until } from '../../../../test/photos.ts'
import { sendRecording, settledAnalysis } from '../../../../test/recordings.ts'
import { startTestServer } from '../../../../test/server.ts'
import { canTranscode } from '../../../../test/transcoder.ts'
import { startWorker } from '../../../../test/worker.ts'

it.skipIf(!canTranscode)(
  '53: a worker killed in the middle of an analysis is followed by another',
  { timeout: 240_000 },
  async () => {
    const server = await startTestServer({ ROLE: 'web' })
    const [ana] = await server.people('ana')
    const { body: audio } = await sendRecording(ana, 'audio', 'tone.flac')
    const state = async () => (await ana.get(`/audio/${audio.id}/analysis/status`)).body.state
    const first = startWorker(server)
    await until(async () => (await state()) === 'running')
    first.kill('SIGKILL')
    // as if it had happened a while ago: the living wait some seconds before they call somebody dead
    await server.app.pool.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`,
    )
    const second = startWorker(server)
    expect(await settledAnalysis(ana, audio.id)).toMatchObject({ state: 'done', progress: 1 })
    const ended = new Promise((resolve) => second.once('exit', resolve))
    second.kill('SIGTERM')
    await ended
    await server.stop()
  },
)
