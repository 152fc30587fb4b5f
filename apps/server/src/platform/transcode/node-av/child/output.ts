import { AVFMT_FLAG_BITEXACT, AVFMT_NOFILE } from 'node-av/constants'
import {
  type CodecContext,
  Dictionary,
  FormatContext,
  type IRational,
  type Packet,
  type Stream,
} from 'node-av/lib'
import { SEGMENT_SECONDS } from '../../forms.ts'
import { working } from './refusal.ts'

/** A file being written: its streams first, then `begin`, packets, `end`. Nothing is written into it but these. */
export type Output = {
  add(context: CodecContext): Stream
  /** A stream like one that was read. */
  copy(stream: Stream): Stream
  begin(): void
  /** Takes the packet over; its times are in `base`. */
  write(to: Stream, packet: Packet, base: IRational): void
  end(): void
}

function open(name: 'hls' | 'mp4', file: string, options: Record<string, string | number>): Output {
  const format = new FormatContext()
  working(format.allocOutputContext2(null, name, file), 'set up a file')
  format.setFlags(AVFMT_FLAG_BITEXACT)
  const ownFile = !format.oformat?.hasFlags(AVFMT_NOFILE)
  return {
    add(context) {
      const stream = format.newStream()
      working(stream.codecpar.fromContext(context), 'describe a stream')
      stream.timeBase = context.timeBase
      return stream
    },
    copy(from) {
      const stream = format.newStream()
      working(from.codecpar.copy(stream.codecpar), 'describe a stream')
      stream.codecpar.codecTag = 0
      stream.timeBase = from.timeBase
      return stream
    },
    begin() {
      if (ownFile) working(format.openOutputSync(), 'open a file')
      working(format.writeHeaderSync(Dictionary.fromObject(options)), 'begin a file')
    },
    write(to, packet, base) {
      packet.streamIndex = to.index
      packet.rescaleTs(base, to.timeBase)
      packet.pos = -1n
      working(format.interleavedWriteFrameSync(packet), 'write')
    },
    end() {
      working(format.writeTrailerSync(), 'end a file')
      if (ownFile) format.closeOutputSync()
    },
  }
}

/** One MP4 with its index first. */
export const makeMp4 = (file: string): Output => open('mp4', file, { movflags: '+faststart' })

/** One fragmented MP4 and the playlist that addresses it by byte ranges, a segment each few seconds. */
export const makeHls = (file: string, playlist: string): Output =>
  open('hls', playlist, {
    hls_playlist_type: 'vod',
    hls_list_size: 0,
    hls_time: SEGMENT_SECONDS,
    hls_segment_type: 'fmp4',
    hls_flags: 'single_file',
    hls_segment_filename: file,
  })
