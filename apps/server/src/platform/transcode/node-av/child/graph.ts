import { AVERROR_EAGAIN, AVERROR_EOF } from 'node-av/constants'
import {
  avChannelLayoutDefault,
  avChannelLayoutDescribe,
  type FilterContext,
  FilterGraph,
  Frame,
  type IRational,
} from 'node-av/lib'
import { reading, working } from './refusal.ts'

/** Takes frames in and gives what comes out at each sink, by its number. Null ends it. */
export type Filter = (frame: Frame | null) => Generator<{ sink: number; frame: Frame }>

/** What frames come from; filters to sinks `buffersink@0`, `buffersink@1`…, of which the first that fit are taken. */
type Chain = {
  source: (frame: Frame) => string
  filters: () => readonly string[]
  sinks: number
  sink: string
}
type Graph = { of: string; input: FilterContext; outputs: FilterContext[] }

/**
 * Filters between a source and sinks, built for the first frame and again whenever frames change their shape midway, as
 * cameras and calls do; what was held until then comes out first.
 */
export function makeFilter(chain: Chain): Filter {
  const out = new Frame()
  out.alloc()
  let graph: Graph | null = null

  function* drain({ outputs }: Graph) {
    for (const [sink, output] of outputs.entries()) {
      for (;;) {
        const code = output.buffersinkGetFrameSync(out)
        if (code === AVERROR_EAGAIN || code === AVERROR_EOF) break
        reading(code, 'filter')
        yield { sink, frame: out }
        out.unref()
      }
    }
  }

  function* finish(ended: Graph) {
    working(ended.input.buffersrcAddFrameSync(null), 'end the filters')
    yield* drain(ended)
  }

  return function* filter(frame) {
    const of = frame && chain.source(frame)
    if (graph && graph.of !== of) {
      yield* finish(graph)
      graph = null
    }
    if (!frame || !of) return
    graph ??= build(of, chain)
    reading(graph.input.buffersrcAddFrameSync(frame), 'filter')
    yield* drain(graph)
  }
}

function build(of: string, { filters, sinks, sink }: Chain): Graph {
  let code = 0
  for (const text of filters()) {
    const graph = new FilterGraph()
    graph.alloc()
    graph.nbThreads = 1
    code = graph.parsePtr(`${of},${text}`)
    if (code >= 0) code = graph.configSync()
    if (code < 0) continue
    const named = (name: string) => graph.getFilter(name) as FilterContext
    const outputs = Array.from({ length: sinks }, (_, index) => named(`${sink}@${index}`))
    return { of, input: named(of.slice(0, of.indexOf('='))), outputs }
  }
  reading(code, 'set up the filters')
  throw new Error('there are no filters')
}

/** Where frames of a picture go in. */
export function pictureSource(base: IRational) {
  return (frame: Frame): string => {
    const { num, den } = frame.sampleAspectRatio
    const aspect = num > 0 && den > 0 ? `${num}/${den}` : '1/1'
    return `buffer@in=video_size=${frame.width}x${frame.height}:pix_fmt=${frame.format}:time_base=${base.num}/${base.den}:pixel_aspect=${aspect}:colorspace=${frame.colorSpace}:range=${frame.colorRange}`
  }
}

/** Where frames of sound go in, their time in samples; channels that nobody named get the places so many usually have. */
export function soundSource(frame: Frame): string {
  if (frame.channelLayout.order === 0) frame.channelLayout = avChannelLayoutDefault(frame.channels)
  return `abuffer@in=time_base=1/${frame.sampleRate}:sample_rate=${frame.sampleRate}:sample_fmt=${frame.format}:channel_layout=${avChannelLayoutDescribe(frame.channelLayout)}`
}
