import { avGetCodecName } from 'node-av/lib'
import { readMetadata } from '../../metadata.ts'
import type { Source } from '../../transcoder.ts'
import type { Look } from '../tasks.ts'
import { openInput, packets } from './input.ts'
import { displayed, isHdr } from './picture.ts'
import { Refusal } from './refusal.ts'
import { frameRateOf } from './streams.ts'
import { seconds } from './time.ts'

/** What a file tells without being decoded. */
export function look(source: Source): Look {
  const { format, video, audio, duration } = openInput(source)
  if (!video && !audio) throw new Refusal('no_stream', 'nothing that can be decoded')
  const { bitRate } = format
  return {
    duration,
    bitrate: bitRate > 0n ? Number(bitRate) : null,
    video: video && {
      ...displayed(video),
      codec: avGetCodecName(video.codecpar.codecId) ?? 'unknown',
      frameRate: frameRateOf(video),
      hdr: isHdr(video),
    },
    audio: audio && {
      codec: avGetCodecName(audio.codecpar.codecId) ?? 'unknown',
      channels: audio.codecpar.channels,
      sampleRate: audio.codecpar.sampleRate,
    },
    ...readMetadata([format, audio, video].map((part) => part?.metadata?.getAll() ?? {})),
  }
}

/** How long a file is that does not say so: to the end of its last packet, in seconds. */
export function measure(source: Source): number {
  const input = openInput(source)
  const streams = [input.video, input.audio].filter((stream) => stream !== null)
  const base = new Map(streams.map((stream) => [stream.index, stream.timeBase]))
  let end = 0
  for (const packet of packets(input, streams)) {
    const of = base.get(packet.streamIndex)
    const time = of && seconds(packet.pts, of)
    if (of && time !== null && time !== undefined) {
      end = Math.max(end, time - input.start + (Number(packet.duration) * of.num) / of.den)
    }
  }
  return end
}
