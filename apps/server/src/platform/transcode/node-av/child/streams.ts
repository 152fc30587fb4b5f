import { type Frame, type Packet, Rational, type Stream } from 'node-av/lib'
import { channelsFilters } from '../../forms.ts'
import { makeDecoder } from './decoder.ts'
import { makeFilter, pictureSource, soundSource } from './graph.ts'
import type { Input } from './input.ts'
import { turnOf } from './picture.ts'
import { makeClock, PICTURE_BASE, seconds, stamp } from './time.ts'

/** A picture at one of the sinks, its time in PICTURE_BASE; or sound, its time in samples. */
export type Out = { sink: number; frame: Frame }

/** From packets of a stream to filtered frames, each only good until the next. Null ends it. */
export type Stage = (packet: Packet | null) => Generator<Out>

/** What to make of a picture: `filters` lead from it to sinks `[r0]`, `[r1]`…; reading begins `from` seconds in. */
export type PictureForm = { filters: (from: string) => string; sinks: number; from: number }

/** Frames of the picture, brought upright and through the filters. */
export function pictureStage(input: Input, stream: Stream, { filters, sinks, from }: PictureForm): Stage {
  const decode = makeDecoder(stream)
  const clock = makeClock(input.start, from)
  const lasts = 1 / (frameRateOf(stream) ?? 25)
  const upright = turnOf(stream)
    .filters.map((name) => `${name},`)
    .join('')
  const ends = Array.from({ length: sinks }, (_, sink) => `[r${sink}]sidedata=mode=delete,buffersink@${sink}`)
  const filter = makeFilter({
    source: pictureSource(PICTURE_BASE),
    filters: () => [[filters(upright), ...ends].join(';')],
    sinks,
    sink: 'buffersink',
  })
  let last = -1n
  return function* stage(packet) {
    for (const frame of decode(packet)) {
      const time = seconds(frame.bestEffortTimestamp, stream.timeBase)
      frame.pts = stamp(Math.max(0, clock(time, lasts)), PICTURE_BASE)
      frame.duration = stamp(lasts, PICTURE_BASE)
      // H.264 wants time to go on
      if (frame.pts <= last) continue
      last = frame.pts
      yield* filter(frame)
    }
    if (!packet) yield* filter(null)
  }
}

/** How sound is to be: mixed to so many channels, or `kept` in them; `frame` samples at a time, or as it comes. */
export type SoundForm = { format: 'fltp' | 'flt'; sampleRate: number; frame?: number } & (
  | { channels: 1 | 2; kept?: false }
  | { channels: number; kept: true }
)

/** Frames of the sound in one form. `inTime` keeps it to its timestamps, beside a picture; else it runs on gaplessly. */
export function soundStage(
  input: Input,
  stream: Stream,
  form: SoundForm,
  { inTime }: { inTime: boolean },
): Stage {
  const decode = makeDecoder(stream)
  const clock = makeClock(input.start)
  let done = 0n
  const layout = form.channels === 2 ? 'stereo' : 'mono'
  const layouts = form.kept ? '' : `:channel_layouts=${layout}`
  const ends = [
    `aformat=sample_fmts=${form.format}:sample_rates=${form.sampleRate}${layouts}`,
    ...(form.frame ? [`asetnsamples=n=${form.frame}:p=0`] : []),
    'abuffersink@0',
  ].join(',')
  const filter = makeFilter({
    source: soundSource,
    filters: () => {
      if (form.kept) {
        return channelsFilters(form, stream.codecpar.channels).map((filters) => `${filters},${ends}`)
      }
      // the channels' mean, so that what is loud in all of them stays within full scale
      const resampled = `aresample=${form.sampleRate}:rematrix_maxval=1${inTime ? `:async=1:first_pts=${done}` : ''}`
      // channels that cannot be mixed because nobody knows where they belong: the first two are it
      return [
        `${resampled},${ends}`,
        `pan=${layout}|c0=c0${form.channels === 2 ? '|c1=c1' : ''},${resampled},${ends}`,
      ]
    },
    sinks: 1,
    sink: 'abuffersink',
  })
  function* counted(outs: Generator<Out>) {
    for (const out of outs) {
      out.frame.pts = done
      done += BigInt(out.frame.nbSamples)
      yield out
    }
  }
  return function* stage(packet) {
    for (const frame of decode(packet)) {
      const base = new Rational(1, frame.sampleRate)
      const time = seconds(frame.bestEffortTimestamp, stream.timeBase)
      frame.pts = stamp(clock(time, frame.nbSamples / frame.sampleRate), base)
      yield* counted(filter(frame))
    }
    if (!packet) yield* counted(filter(null))
  }
}

/** Frames a second, where the file tells or shows it. */
export function frameRateOf({ avgFrameRate, rFrameRate }: Stream): number | null {
  const rate = [avgFrameRate, rFrameRate].find(({ num, den }) => num > 0 && den > 0)
  return rate ? rate.num / rate.den : null
}
