import { writeFileSync } from 'node:fs'
import { AV_PIX_FMT_RGB24, FF_ENCODER_PNG } from 'node-av/constants'
import { Codec, CodecContext, type Frame, Packet, Rational, type Stream } from 'node-av/lib'
import { PREVIEW, STILL_SIDE } from '../../forms.ts'
import { fitted, pictureFilters } from '../../rungs.ts'
import type { Source } from '../../transcoder.ts'
import { makePictureEncoder } from './encoder.ts'
import { type Input, openInput, packets, seek } from './input.ts'
import { makeMp4 } from './output.ts'
import { displayed, isHdr, type Size } from './picture.ts'
import { Refusal, working } from './refusal.ts'
import { frameRateOf, pictureStage } from './streams.ts'
import { PICTURE_BASE, seconds } from './time.ts'

type Pictures = { input: Input; stream: Stream; size: Size; frames: Generator<{ frame: Frame; at: number }> }

/** The pictures of a file from `at` on, within a square of `side`. */
function picturesFrom(source: Source, at: number, side: number, format: 'yuv420p' | 'rgb24'): Pictures {
  const input = openInput(source)
  const stream = input.video
  if (!stream) throw new Refusal('no_picture', 'no video stream')
  const size = fitted(displayed(stream), side)
  return { input, stream, size, frames: framesFrom(input, stream, size, at, format) }
}

function* framesFrom(input: Input, stream: Stream, size: Size, at: number, format: string) {
  seek(input, at)
  const made = pictureFilters(size, { toneMap: isHdr(stream) })
  const filters = (from: string) => `${from}${made},format=${format}[r0]`
  const stage = pictureStage(input, stream, { filters, sinks: 1, from: at })
  const all = function* () {
    for (const packet of packets(input, [stream])) yield* stage(packet)
    yield* stage(null)
  }
  for (const { frame } of all()) {
    const time = seconds(frame.pts, PICTURE_BASE) ?? 0
    if (time >= at) yield { frame, at: time }
  }
}

/** Tries from `at`; where there is nothing any more, from the beginning. */
function fromOrBeginning(at: number, take: (at: number) => boolean): null {
  if (take(at) || (at > 0 && take(0))) return null
  throw new Refusal('file_corrupt', 'no picture decodes')
}

export function still(source: Source, { file, at }: { file: string; at: number }): null {
  return fromOrBeginning(at, (from) => {
    for (const { frame } of picturesFrom(source, from, STILL_SIDE, 'rgb24').frames) {
      writeFileSync(file, png(frame))
      return true
    }
    return false
  })
}

function png(frame: Frame): Buffer {
  const codec = Codec.findEncoderByName(FF_ENCODER_PNG)
  const context = new CodecContext()
  context.allocContext3(codec)
  context.width = frame.width
  context.height = frame.height
  context.pixelFormat = AV_PIX_FMT_RGB24
  context.timeBase = new Rational(1, 1)
  working(context.open2Sync(codec, null), 'open png')
  working(context.sendFrameSync(frame), 'encode')
  const packet = new Packet()
  packet.alloc()
  working(context.receivePacketSync(packet), 'encode')
  return packet.data ?? Buffer.alloc(0)
}

export function preview(source: Source, to: { file: string; at: number; seconds: number }): null {
  return fromOrBeginning(to.at, (from) => {
    const { stream, size, frames } = picturesFrom(source, from, PREVIEW.side, 'yuv420p')
    const output = makeMp4(to.file)
    const encoder = makePictureEncoder(size, frameRateOf(stream) ?? 25, PREVIEW)
    const track = output.add(encoder.context)
    let begin: bigint | null = null
    const write = (frame: Frame | null) => {
      for (const packet of encoder.encode(frame)) output.write(track, packet, PICTURE_BASE)
    }
    for (const { frame, at } of frames) {
      if (at >= from + to.seconds) break
      if (begin === null) output.begin()
      begin ??= frame.pts
      frame.pts -= begin
      write(frame)
    }
    if (begin === null) return false
    write(null)
    output.end()
    return true
  })
}
