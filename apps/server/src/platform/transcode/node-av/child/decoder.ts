import { Codec, CodecContext, Frame, type Packet, type Stream } from 'node-av/lib'
import { MOST_PIXELS, THREADS } from '../../limits.ts'
import { reading, working } from './refusal.ts'

/** Turns packets into frames, each only good until the next. Null at the end gives what is still held back. */
export type Decode = (packet: Packet | null) => Generator<Frame>

export function makeDecoder(stream: Stream): Decode {
  const codec = Codec.findDecoder(stream.codecpar.codecId)
  const context = new CodecContext()
  context.allocContext3(codec)
  working(context.parametersToContext(stream.codecpar), 'set up the decoder')
  context.pktTimebase = stream.timeBase
  context.threadCount = THREADS
  context.setOption('max_pixels', MOST_PIXELS)
  reading(context.open2Sync(codec, null), 'open the decoder')
  const frame = new Frame()
  frame.alloc()
  return function* decode(packet) {
    // a damaged packet costs its own frames, no more
    context.sendPacketSync(packet)
    while (context.receiveFrameSync(frame) >= 0) {
      yield frame
      frame.unref()
    }
  }
}
