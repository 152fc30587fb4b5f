import type { Task } from '../tasks.ts'
import { openInput, packets } from './input.ts'
import { makeMp4 } from './output.ts'
import type { Tell } from './progress.ts'
import { seconds, stamp } from './time.ts'

/** Copies the coded pictures and sounds of a file of ours into one with its index first. */
export function joined({ source, file }: Task & { do: 'joined' }, tell: Tell): null {
  const input = openInput(source)
  const streams = [input.video, input.audio].filter((stream) => stream !== null)
  const output = makeMp4(file)
  const tracks = new Map(streams.map((stream) => [stream.index, { from: stream, to: output.copy(stream) }]))
  output.begin()
  for (const packet of packets(input, streams)) {
    const track = tracks.get(packet.streamIndex)
    if (!track) continue
    tell(seconds(packet.pts, track.from.timeBase) ?? 0)
    const start = stamp(input.start, track.from.timeBase)
    packet.pts -= start
    packet.dts -= start
    output.write(track.to, packet, track.from.timeBase)
  }
  output.end()
  return null
}
