import { channelsBounds, samplesBounds, soundBounds } from '../bounds.ts'
import { floatsOf } from '../floats.ts'
import { channelsFilters, channelsForm, type SoundForm, streamForm } from '../forms.ts'
import { fault, LONGEST_SECONDS } from '../limits.ts'
import { planarOf } from '../planar.ts'
import type { Run, Sound, Source } from '../transcoder.ts'
import type { Bounds } from '../watch.ts'
import { start } from './child.ts'
import { convert } from './convert.ts'
import { BARE, QUIET, reader } from './input.ts'
import { probe } from './probe.ts'
import type { Tools } from './tools.ts'

/** AAC of this form. */
export const soundCoded = ({ channels, sampleRate, bitrate }: SoundForm): string[] => [
  ...['-c:a', 'aac', '-b:a', String(bitrate), '-ac', String(channels), '-ar', String(sampleRate)],
]

/** What a recording to listen to is made with. */
export const soundMake = (form: SoundForm, file: string): string[] => [
  ...['-map', '0:a:0', '-vn', ...BARE, ...soundCoded(form)],
  ...['-movflags', '+faststart', '-f', 'mp4', `file:${file}`],
]

async function probeSound(tools: Tools, source: Source, run: Run) {
  const { audio, duration } = await probe(tools, source, run)
  if (audio === null) throw fault('no_sound')
  return { audio, duration }
}

export async function sound(
  tools: Tools,
  source: Source,
  { file }: { file: string },
  run: Run,
): Promise<void> {
  const { audio, duration } = await probeSound(tools, source, run)
  const form = streamForm(audio)
  const bounds = soundBounds(file, form, duration)
  await convert(tools, { source, make: soundMake(form, file), bounds, duration }, run)
}

export async function* samples(
  tools: Tools,
  source: Source,
  sampleRate: number,
  run: Run,
): AsyncGenerator<Float32Array> {
  const { duration } = await probeSound(tools, source, run)
  // the channels' mean, so that what is loud in all of them stays within full scale
  const mono = ['-af', `aresample=${sampleRate}:rematrix_maxval=1`, '-ac', '1', '-ar', String(sampleRate)]
  const bounds = samplesBounds(duration)
  yield* listen(tools, { source, make: mono, rate: sampleRate, duration, bounds }, run)
}

export async function channels(tools: Tools, source: Source, run: Run): Promise<Sound> {
  const { audio, duration } = await probeSound(tools, source, run)
  const form = channelsForm(audio)
  const make = ['-af', channelsFilters(form, audio.channels)[0] as string]
  const rate = form.channels * form.sampleRate
  const bounds = channelsBounds(duration)
  const floats = listen(tools, { source, make, rate, duration, bounds }, run)
  return { ...form, duration, blocks: planarOf(floats, form.channels) }
}

type Listening = {
  source: Source
  make: readonly string[]
  /** Floats a second of the recording. */
  rate: number
  duration: number
  bounds: Bounds
}

/** The sound as the tool puts it out. */
async function* listen(
  tools: Tools,
  { source, make, rate, duration, bounds }: Listening,
  run: Run,
): AsyncGenerator<Float32Array> {
  const output = ['-map', '0:a:0', '-vn', '-sn', '-dn', ...make, '-f', 'f32le', 'pipe:1']
  const tool = await start(tools, {
    program: 'ffmpeg',
    args: ['-nostdin', ...QUIET, ...reader(source), ...output],
    bounds,
    signal: run.signal,
  })
  tool.progress.resume()
  let count = 0
  try {
    for await (const floats of floatsOf(tool.stdout as AsyncIterable<Buffer>)) {
      count += floats.length
      if (count > rate * (LONGEST_SECONDS + 1)) tool.stop(fault('too_long'))
      run.onProgress?.(Math.min(count / rate / duration, 0.99))
      yield floats
    }
    await tool.ended
    if (count === 0) throw fault('file_corrupt')
    run.onProgress?.(1)
  } finally {
    // whoever stops listening stops the tool
    tool.stop(null)
  }
}
