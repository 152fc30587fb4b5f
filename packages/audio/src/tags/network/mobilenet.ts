import { CHANNELS, loadKernels, packDepthwise, packProduct, ROWS } from './kernels.ts'
import type { Layer, Network } from './layers.ts'

/** Patches that go through the network together, so that its weights are read once for all of them. */
export const BATCH = 8
/** Means of activations are held this much finer than activations, in 16 bits. */
const FINER = 32
const PAGE = 65_536
const ALIGNMENT = 16

type Placed = Layer & {
  at: { weights: number; biases: number; scales: number }
  in: Size
  out: Size
}
type Size = { height: number; width: number; channels: number }

export type Mobilenet = {
  /** `count` pictures, one after the other, through the network: logits and means of the last activations of each. */
  run(pictures: Float32Array, count: number): { logits: Float32Array; means: Float32Array }
}

/**
 * Runs a MobileNet v1 (Howard et al. 2017) in integers as it was quantised: 8-bit weights by channel and activations, both
 * held in 16 bits, multiplied and added in pairs by one instruction of WebAssembly's SIMD.
 */
export async function createMobilenet(network: Network, height: number, width: number): Promise<Mobilenet> {
  const { layers, input } = network
  const dense = layers.at(-1)
  if (dense?.kind !== 'dense') throw new RangeError('the network does not end in classes')
  let top = 0
  const room = (bytes: number) => {
    const at = top
    top += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
    return at
  }
  const placed = place(layers, { height, width, channels: 1 }, room)
  const biggest = Math.max(...placed.map(({ in: size, out }) => Math.max(padded(size), area(out))))
  // a product reads and writes whole blocks of rows
  const buffer = () => room((biggest * BATCH + ROWS * dense.inputs) * Int16Array.BYTES_PER_ELEMENT)
  const [here, there, wide] = [buffer(), buffer(), buffer()]
  const memory = new WebAssembly.Memory({ initial: Math.ceil(top / PAGE) })
  const kernels = await loadKernels(memory)
  const [shorts, floats] = [new Int16Array(memory.buffer), new Float32Array(memory.buffer)]
  for (const layer of placed) fill(layer, memory, layer === placed.at(-1))

  const convolve = (layer: Placed, from: number, to: number, rows: number) =>
    kernels[layer.kind === 'dense' ? 'productToFloats' : 'product'](
      ...[from, layer.at.weights, layer.at.biases, layer.at.scales, to],
      ...[Math.ceil(rows / ROWS), Math.ceil(layer.inputs / 4), Math.ceil(layer.channels / CHANNELS)],
    )

  /** The first layer as a product: each row holds the nine neighbours of a place. */
  const spread = (pictures: Float32Array, count: number, { stride, out }: Placed, to: number) => {
    const quantised = (value: number) =>
      Math.max(-128, Math.min(127, Math.round(value / input.scale) + input.zero)) - input.zero
    const picture = new Int16Array((height + 2) * (width + 2))
    let at = to / 2
    for (let index = 0; index < count; index++) {
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++)
          picture[y * (width + 2) + x] = quantised(pictures[(index * height + y) * width + x] as number)
      for (let y = 0; y < out.height; y++)
        for (let x = 0; x < out.width; x++, at += 12)
          for (let tap = 0; tap < 9; tap++)
            shorts[at + tap] = picture[
              (y * stride + ((tap / 3) | 0)) * (width + 2) + x * stride + (tap % 3)
            ] as number
    }
  }

  const filter = (layer: Placed, from: number, to: number, count: number) => {
    const { in: size, out, stride, at } = layer
    const [row, apart] = [(size.width + 2) * size.channels, size.channels * 2]
    // a picture of even sides heard at every second place has its border below and right only
    const before = stride === 1 ? 1 : 0
    const heightPadded = size.height + 2
    shorts.fill(0, wide / 2, wide / 2 + heightPadded * row)
    for (let index = 0; index < count; index++) {
      for (let y = 0; y < size.height; y++) {
        const start = from / 2 + (index * size.height + y) * size.width * size.channels
        const target = wide / 2 + (y + before) * row + before * size.channels
        shorts.copyWithin(target, start, start + size.width * size.channels)
      }
      for (let y = 0; y < out.height; y++) {
        const above = wide + y * stride * row * 2
        kernels.depthwise(
          ...[above, above + row * 2, above + row * 4, at.weights, at.biases, at.scales],
          ...[to + (index * out.height + y) * out.width * apart, out.width, size.channels / CHANNELS],
          ...[apart, stride * apart],
        )
      }
    }
  }

  const runBatch = (pictures: Float32Array, count: number, logits: Float32Array, means: Float32Array) => {
    let [from, to] = [here, there]
    for (const layer of placed) {
      const places = layer.out.height * layer.out.width
      if (layer === placed[0]) {
        spread(pictures, count, layer, wide)
        convolve(layer, wide, to, count * places)
      } else if (layer.kind === 'depthwise') filter(layer, from, to, count)
      else if (layer.kind === 'convolution') convolve(layer, from, to, count * places)
      else {
        const heard = layer.in.height * layer.in.width
        for (let index = 0; index < count; index++)
          for (let channel = 0; channel < layer.inputs; channel++) {
            let sum = 0
            for (let place = 0; place < heard; place++)
              sum += shorts[from / 2 + (index * heard + place) * layer.inputs + channel] as number
            const mean = (sum / heard) * network.last
            means[index * layer.inputs + channel] = mean
            shorts[wide / 2 + index * layer.inputs + channel] = Math.round((mean / network.mean) * FINER)
          }
        convolve(layer, wide, to, count)
        const apart = Math.ceil(layer.channels / CHANNELS) * CHANNELS
        for (let index = 0; index < count; index++) {
          const start = to / 4 + index * apart
          logits.set(floats.subarray(start, start + layer.channels), index * layer.channels)
        }
      }
      ;[from, to] = [to, from]
    }
  }

  return {
    run(pictures, count) {
      const logits = new Float32Array(count * dense.channels)
      const means = new Float32Array(count * dense.inputs)
      for (let start = 0; start < count; start += BATCH) {
        const size = Math.min(BATCH, count - start)
        runBatch(
          pictures.subarray(start * height * width),
          size,
          logits.subarray(start * dense.channels),
          means.subarray(start * dense.inputs),
        )
      }
      return { logits, means }
    },
  }
}

const area = ({ height, width, channels }: Size) => height * width * channels
/** With a border, or as the rows of twelve of the first layer. */
const padded = ({ height, width, channels }: Size) =>
  Math.max((height + 2) * (width + 2) * channels, channels === 1 ? height * width * 3 : 0)

function place(layers: readonly Layer[], picture: Size, room: (bytes: number) => number): Placed[] {
  let size = picture
  return layers.map((layer) => {
    const { kind, stride, inputs } = layer
    const channels = Math.ceil(layer.channels / CHANNELS) * CHANNELS
    const weights = kind === 'depthwise' ? channels * 10 : channels * Math.ceil(inputs / 4) * 4
    const at = { weights: room(weights * 2), biases: room(channels * 4), scales: room(channels * 4) }
    const out =
      kind === 'dense'
        ? { height: 1, width: 1, channels }
        : { height: size.height / stride, width: size.width / stride, channels }
    const placed = { ...layer, at, in: size, out }
    size = out
    return placed
  })
}

function fill(layer: Placed, memory: WebAssembly.Memory, last: boolean): void {
  const { kind, weights, channels, inputs, at } = layer
  const finer = last ? FINER : 1
  const packed =
    kind === 'depthwise' ? packDepthwise(weights, channels) : packProduct(weights, channels, inputs)
  new Int16Array(memory.buffer).set(packed, at.weights / 2)
  new Int32Array(memory.buffer).set(
    layer.biases.map((bias) => bias * finer),
    at.biases / 4,
  )
  new Float32Array(memory.buffer).set(
    layer.scales.map((scale) => scale / finer),
    at.scales / 4,
  )
}
