import { availableParallelism } from 'node:os'
import type { Analysis } from '@sharemyshows/audio/analysis'
import { createLoudness } from '@sharemyshows/audio/measures/loudness'
import { ENGINE_RATE } from '@sharemyshows/audio/measures/measure'
import { createRhythm } from '@sharemyshows/audio/measures/rhythm'
import { createTonality } from '@sharemyshows/audio/measures/tonality'
import { type Ffts, loadFfts } from '@sharemyshows/audio/signal/fft'
import { createResampler } from '@sharemyshows/audio/signal/resample'
import { blocksOf, monoOf } from '@sharemyshows/audio/sound'
import { createLog } from '../../apps/server/src/platform/log/log.ts'
import { createTranscoder } from '../../apps/server/src/platform/transcode/create.ts'
import { recogniseRecording } from '../../apps/server/src/platform/transcode/recognise.ts'
import { prepare } from '../../tools/analyze/equipment.ts'
import { analyzeAll } from '../../tools/analyze/pool.ts'
import type { Clip } from './clips.ts'
import type { Heard } from './figures.ts'

/** What of an analysis can be had alone, in a fraction of the time. */
export type Alone = 'rhythm' | 'tonality' | 'loudness'

/** The whole analysis of each clip, by the command's own workers. */
export async function hearAll(clips: readonly Clip[]): Promise<Heard<Analysis>[]> {
  const heard: Heard<Analysis>[] = []
  const equipment = await prepare(console.error)
  const pool = { atOnce: availableParallelism(), onProgress: () => {} }
  const outcomes = analyzeAll(
    clips.map(({ path }) => path),
    equipment,
    pool,
  )
  let index = 0
  for await (const outcome of outcomes) {
    const clip = clips[index++] as Clip
    if ('error' in outcome) throw new Error(`${clip.path}: ${outcome.error}`)
    heard.push({ clip, analysis: outcome.analysis })
  }
  return heard
}

/** Only some measures, from the same samples, one clip after the other. */
export async function hearAlone(
  clips: readonly Clip[],
  wanted: ReadonlySet<Alone>,
): Promise<Heard<Partial<Analysis>>[]> {
  const ffts = await loadFfts()
  const { transcoder: settings } = await prepare(() => {})
  const transcoder = createTranscoder(settings, createLog('silent'))
  const signal = new AbortController().signal
  const heard: Heard<Partial<Analysis>>[] = []
  for (const clip of clips) {
    const recording = await recogniseRecording(clip.path)
    if (!recording) throw new Error(`${clip.path} is no recording`)
    const source = { path: clip.path, container: recording.container }
    const { sampleRate, channels, blocks } = await transcoder.channels(source, { signal })
    const loudness = wanted.has('loudness') ? createLoudness(sampleRate, channels) : null
    const { add, end } = monoMeasures(ffts, wanted)
    const resampler = createResampler(sampleRate, ENGINE_RATE)
    for await (const block of blocksOf(blocks)) {
      loudness?.add(block)
      add(resampler.add(monoOf(block)))
    }
    add(resampler.end())
    heard.push({ clip, analysis: { ...end(), ...loudness?.end() } })
  }
  return heard
}

function monoMeasures(ffts: Ffts, wanted: ReadonlySet<Alone>) {
  const rhythm = wanted.has('rhythm') ? createRhythm(ffts) : null
  const tonality = wanted.has('tonality') ? createTonality(ffts) : null
  return {
    add(block: Float32Array) {
      rhythm?.add(block)
      tonality?.add(block)
    },
    end: (): Partial<Analysis> => ({ ...rhythm?.end(), ...tonality?.end() }),
  }
}
