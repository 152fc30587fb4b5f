import path from 'node:path'
import { fault } from '../../../platform/transcode/limits.ts'
import { createPeaks } from '../../../platform/transcode/peaks.ts'
import { type RenderContext, type RenderDeps, renderRecording, type Work } from './render-recording.ts'

/** Enough for peaks. */
const SAMPLE_RATE = 8000

/** Makes what an audio recording is played and drawn from; the sound first. */
export const renderAudio = (deps: RenderDeps, id: string, context: RenderContext): Promise<void> =>
  renderRecording(deps, id, context, async (work) => {
    if (work.probe.audio === null) throw fault('no_sound')
    if (!work.there.has('stream')) await makeStream(work)
    if (!work.there.has('waveform')) await makeWaveform(work)
  })

async function makeStream({ transcoder, source, folder, signal, progress, keep }: Work): Promise<void> {
  const file = path.join(folder, 'stream.m4a')
  await transcoder.sound(source, { file }, { signal, onProgress: progress.part(0.02, 0.7) })
  await keep([{ name: 'stream', extension: 'm4a', mime: 'audio/mp4', from: { file } }])
}

async function makeWaveform({ transcoder, source, signal, progress, keep }: Work): Promise<void> {
  const peaks = createPeaks(SAMPLE_RATE)
  const run = { signal, onProgress: progress.part(0.7, 0.99) }
  for await (const chunk of transcoder.samples(source, SAMPLE_RATE, run)) peaks.add(chunk)
  const from = Buffer.from(JSON.stringify(peaks.end()))
  await keep([{ name: 'waveform', extension: 'json', mime: 'application/json', from }])
}
