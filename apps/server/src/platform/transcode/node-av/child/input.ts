import {
  AV_DISPOSITION_ATTACHED_PIC,
  AV_DISPOSITION_TIMED_THUMBNAILS,
  AVDISCARD_ALL,
  AVERROR_EAGAIN,
  AVMEDIA_TYPE_AUDIO,
  AVMEDIA_TYPE_VIDEO,
  AVSEEK_FLAG_BACKWARD,
} from 'node-av/constants'
import { Codec, Dictionary, FormatContext, InputFormat, Packet, type Stream } from 'node-av/lib'
import { MOST_PIXELS, MOST_STREAMS } from '../../limits.ts'
import type { Source } from '../../transcoder.ts'
import { Refusal, reading } from './refusal.ts'
import { seconds } from './time.ts'

export type Input = {
  format: FormatContext
  video: Stream | null
  audio: Stream | null
  /** Where its time begins, and how long it says it is, in seconds; null where it does not say. */
  start: number
  duration: number | null
}

/**
 * Opens one local file as the one container it is known to be. What a container may refer to (another file, a playlist,
 * a second container inside) is not followed: only this reader and only the protocol of files is allowed.
 */
export function openInput(source: Source): Input {
  const reader = InputFormat.findInputFormat(source.container)
  if (!reader) throw new Error(`this build cannot read ${source.container}`)
  const options = Dictionary.fromObject({
    protocol_whitelist: 'file',
    format_whitelist: source.container,
    enable_drefs: 0,
    use_absolute_path: 0,
    max_streams: MOST_STREAMS,
  })
  const format = new FormatContext()
  reading(format.openInputSync(`file:${source.path}`, reader, options), 'open')
  const { streams } = format
  const video = streams.find(isVideo) ?? null
  const audio = streams.find((stream) => isA(stream, AVMEDIA_TYPE_AUDIO)) ?? null
  for (const stream of streams) {
    if (stream !== video && stream !== audio) stream.discard = AVDISCARD_ALL
  }
  refuseHuge(video)
  reading(format.findStreamInfoSync(), 'look at streams')
  refuseHuge(video)
  return {
    format,
    video,
    audio,
    start: seconds(format.startTime, { num: 1, den: 1_000_000 }) ?? 0,
    duration: seconds(format.duration, { num: 1, den: 1_000_000 }),
  }
}

function isA(stream: Stream, type: typeof AVMEDIA_TYPE_VIDEO): boolean {
  return stream.codecpar.codecType === type && Codec.findDecoder(stream.codecpar.codecId) !== null
}

/** Covers of records are streams, too, but no video. */
function isVideo(stream: Stream): boolean {
  const still = stream.disposition & (AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS)
  return still === 0 && isA(stream, AVMEDIA_TYPE_VIDEO)
}

function refuseHuge(video: Stream | null): void {
  if (!video) return
  const { width, height } = video.codecpar
  if (width * height > MOST_PIXELS) throw new Refusal('too_demanding', `${width} × ${height} pixels`)
}

/** Goes to the last key frame before a time of the recording; a file without an index stays at its start. */
export function seek({ format, start }: Input, at: number): void {
  const to = BigInt(Math.round((start + at) * 1_000_000))
  if (at > 0) format.seekFrameSync(-1, to, AVSEEK_FLAG_BACKWARD)
}

const parent = process.ppid
const LOOK_EVERY = 64

/** When our parent is gone nobody waits for us, nor ends us. */
function leaveWhenAlone(): void {
  if (process.ppid !== parent) process.exit()
}

/** Packets of these streams in the order of the file; each is only good until the next. A torn end is an end. */
export function* packets({ format }: Input, wanted: readonly Stream[]): Generator<Packet> {
  const indexes = new Set(wanted.map((stream) => stream.index))
  const packet = new Packet()
  packet.alloc()
  for (let count = 0; ; count++) {
    if (count % LOOK_EVERY === 0) leaveWhenAlone()
    const code = format.readFrameSync(packet)
    if (code === AVERROR_EAGAIN) continue
    if (code < 0) break
    if (indexes.has(packet.streamIndex)) yield packet
    packet.unref()
  }
  packet.free()
}
