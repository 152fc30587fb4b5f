import { stat } from 'node:fs/promises'
import { measureBounds, probeBounds } from '../bounds.ts'
import { fault, judge } from '../limits.ts'
import { readMetadata } from '../metadata.ts'
import type { Probe, Run, Source } from '../transcoder.ts'
import { start } from './child.ts'
import { follow } from './convert.ts'
import { QUIET, reader } from './input.ts'
import type { Tools } from './tools.ts'

type Stream = {
  codec_type?: string
  codec_name?: string
  width?: number
  height?: number
  sample_aspect_ratio?: string
  avg_frame_rate?: string
  color_transfer?: string
  channels?: number
  sample_rate?: string
  tags?: Record<string, string>
  disposition?: { attached_pic?: number; timed_thumbnails?: number }
  side_data_list?: { rotation?: number }[]
}
type Answer = {
  format?: { duration?: string; bit_rate?: string; tags?: Record<string, string> }
  streams?: Stream[]
}

const ASKED = [
  'format=duration,bit_rate:format_tags:stream_tags:stream_disposition=attached_pic,timed_thumbnails:stream_side_data=rotation',
  'stream=codec_type,codec_name,width,height,sample_aspect_ratio,avg_frame_rate,color_transfer,channels,sample_rate',
].join(':')

/** Tags may carry booklets; more than this is no answer. */
const MOST_CHARACTERS = 4_194_304

/** What the file says of itself, held against the limits. */
export async function probe(tools: Tools, source: Source, run: Run): Promise<Probe> {
  const { format = {}, streams = [] } = await ask(tools, source, run)
  const video = streams.find((stream) => stream.codec_type === 'video' && !isCover(stream))
  const audio = streams.find((stream) => stream.codec_type === 'audio')
  if (!video?.width && !audio?.channels) throw fault('no_stream')
  const duration = positive(format.duration) ?? (await measure(tools, source, run))
  const { size } = await stat(source.path)
  return judge({
    duration,
    bitrate: Math.round(positive(format.bit_rate) ?? (size * 8) / duration),
    video: video?.width ? pictureOf(video) : null,
    audio: audio?.channels ? soundOf(audio) : null,
    ...readMetadata([format.tags ?? {}, ...streams.map((stream) => stream.tags ?? {})]),
  })
}

const isCover = ({ disposition = {} }: Stream) => !!(disposition.attached_pic || disposition.timed_thumbnails)

async function ask(tools: Tools, source: Source, { signal }: Run): Promise<Answer> {
  const args = [...QUIET, '-of', 'json', '-show_entries', ASKED, ...reader(source)]
  const tool = await start(tools, { program: 'ffprobe', args, bounds: probeBounds, signal })
  tool.progress.resume()
  let text = ''
  for await (const more of tool.stdout.setEncoding('utf8')) {
    text += more
    if (text.length > MOST_CHARACTERS) tool.stop(fault('too_demanding'))
  }
  await tool.ended
  return JSON.parse(text)
}

/** Recordings of browsers do not say how long they are: reads them through, without decoding. */
async function measure(tools: Tools, source: Source, run: Run): Promise<number> {
  const make = ['-map', '0:V:0?', '-map', '0:a:0?', '-c', 'copy', '-f', 'null', '-']
  const conversion = { source, make, bounds: measureBounds, duration: Number.POSITIVE_INFINITY }
  const seconds = await follow(tools, conversion, { signal: run.signal })
  if (seconds === 0) throw fault('file_corrupt')
  return seconds
}

function pictureOf(stream: Stream): NonNullable<Probe['video']> {
  const [across = 1, down = 1] = (stream.sample_aspect_ratio ?? '').split(':').map(Number)
  const ratio = across > 0 && down > 0 ? across / down : 1
  const wide = Math.round(stream.width! * ratio)
  const rotation = stream.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? 0
  const lying = Math.abs(rotation) % 180 === 90
  return {
    width: lying ? stream.height! : wide,
    height: lying ? wide : stream.height!,
    codec: stream.codec_name ?? 'unknown',
    frameRate: rate(stream.avg_frame_rate),
    hdr: /^(smpte2084|arib-std-b67)$/.test(stream.color_transfer ?? ''),
  }
}

function soundOf({ codec_name = 'unknown', channels, sample_rate }: Stream): NonNullable<Probe['audio']> {
  return { codec: codec_name, channels: channels!, sampleRate: Number(sample_rate) }
}

function rate(written = ''): number | null {
  const [over = 0, under = 0] = written.split('/').map(Number)
  return over > 0 && under > 0 ? over / under : null
}

function positive(written = ''): number | null {
  return Number(written) > 0 ? Number(written) : null
}
