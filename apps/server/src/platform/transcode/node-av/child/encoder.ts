import {
  AV_CODEC_FLAG_BITEXACT,
  AV_CODEC_FLAG_FRAME_DURATION,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_PICTURE_TYPE_I,
  AV_PICTURE_TYPE_NONE,
  AV_PIX_FMT_YUV420P,
  AV_SAMPLE_FMT_FLTP,
  AVCOL_RANGE_MPEG,
  FF_ENCODER_AAC,
  FF_ENCODER_LIBX264,
} from 'node-av/constants'
import {
  avChannelLayoutDefault,
  Codec,
  CodecContext,
  Dictionary,
  type Frame,
  Packet,
  Rational,
} from 'node-av/lib'
import { SEGMENT_SECONDS } from '../../forms.ts'
import { THREADS } from '../../limits.ts'
import type { Size } from './picture.ts'
import { reading, working } from './refusal.ts'
import { PICTURE_BASE } from './time.ts'

/** Turns frames into packets, each only good until the next, with times in `context.timeBase`. Null ends it. */
export type Encoder = { context: CodecContext; encode: (frame: Frame | null) => Generator<Packet> }

function open(
  name: string,
  context: CodecContext,
  codec: Codec,
  options: Record<string, string | number>,
): Encoder {
  context.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT, AV_CODEC_FLAG_FRAME_DURATION)
  working(context.open2Sync(codec, Dictionary.fromObject(options)), `open ${name}`)
  const packet = new Packet()
  packet.alloc()
  return {
    context,
    *encode(frame) {
      // sound that decodes to no numbers, for one, is refused
      reading(context.sendFrameSync(frame), 'encode')
      while (context.receivePacketSync(packet) >= 0) {
        yield packet
        packet.unref()
      }
    },
  }
}

function begin(name: typeof FF_ENCODER_AAC | typeof FF_ENCODER_LIBX264) {
  const codec = Codec.findEncoderByName(name)
  if (!codec) throw new Error(`this build has no ${name}`)
  const context = new CodecContext()
  context.allocContext3(codec)
  return { codec, context }
}

/** Constant quality, below a bitrate. */
export type Quality = { crf: number; bitrate: number }

/** H.264 with a key frame where each segment begins. */
export function makePictureEncoder(size: Size, frameRate: number, { crf, bitrate }: Quality): Encoder {
  const { codec, context } = begin(FF_ENCODER_LIBX264)
  context.width = size.width
  context.height = size.height
  context.pixelFormat = AV_PIX_FMT_YUV420P
  context.colorRange = AVCOL_RANGE_MPEG
  context.timeBase = PICTURE_BASE
  // the level and the rate control depend on it
  context.framerate = new Rational(Math.max(1, Math.round(frameRate * 1000)), 1000)
  context.threadCount = THREADS
  const encoder = open(FF_ENCODER_LIBX264, context, codec, {
    preset: 'veryfast',
    profile: 'high',
    crf,
    maxrate: bitrate,
    bufsize: bitrate * 2,
    g: 600,
    sc_threshold: 0,
    'forced-idr': 1,
    a53cc: 0,
  })
  let segment = -1
  return {
    context,
    encode(frame) {
      if (frame) {
        const now = Math.floor((Number(frame.pts) * PICTURE_BASE.num) / PICTURE_BASE.den / SEGMENT_SECONDS)
        frame.pictType = now > segment ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE
        segment = Math.max(segment, now)
      }
      return encoder.encode(frame)
    },
  }
}

/** Samples of one AAC frame. */
const AAC_SAMPLES = 1024

/** Sound as we make it. */
export type Sound = { sampleRate: number; channels: 1 | 2; bitrate: number }

/** The form in which the encoder takes frames. */
export const formOf = ({ sampleRate, channels }: Sound) =>
  ({ format: 'fltp', sampleRate, channels, frame: AAC_SAMPLES }) as const

export function makeSoundEncoder({ sampleRate, channels, bitrate }: Sound): Encoder {
  const { codec, context } = begin(FF_ENCODER_AAC)
  context.sampleFormat = AV_SAMPLE_FMT_FLTP
  context.sampleRate = sampleRate
  context.channelLayout = avChannelLayoutDefault(channels)
  context.timeBase = new Rational(1, sampleRate)
  context.bitRate = BigInt(bitrate)
  return open(FF_ENCODER_AAC, context, codec, {})
}
