import { describe, expect, it } from 'vitest'
import { createDice } from '../../signals-for-tests.ts'
import { readFlatbuffer } from './flatbuffer.ts'
import { type Layer, type Network, readNetwork } from './layers.ts'
import { createMobilenet } from './mobilenet.ts'

const dice = createDice(7)
const layer = (kind: Layer['kind'], channels: number, inputs: number, stride = 1): Layer => ({
  kind,
  stride,
  channels,
  inputs,
  weights: Int8Array.from({ length: channels * inputs }, () => Math.round(127 * dice())),
  biases: Int32Array.from({ length: channels }, () => Math.round(4000 * dice())),
  scales: Float32Array.from({ length: channels }, () => (2 + dice()) / (inputs * 40)),
})
const network: Network = {
  input: { scale: 0.05, zero: 17 },
  layers: [
    layer('convolution', 16, 9, 2),
    layer('depthwise', 16, 9),
    layer('convolution', 24, 16),
    layer('depthwise', 24, 9, 2),
    layer('convolution', 32, 24),
    layer('dense', 11, 32),
  ],
  last: 6 / 255,
  mean: 0.02,
}
const [HEIGHT, WIDTH] = [16, 8]

type Picture = { height: number; width: number; channels: number; at: (...yxc: number[]) => number }

/** The same, one multiplication after the other. */
function slowly(values: Float32Array): number[] {
  const { scale, zero } = network.input
  let picture: Picture = {
    ...{ height: HEIGHT, width: WIDTH, channels: 1 },
    at: (y = 0, x = 0) => {
      const value = Math.round((values[y * WIDTH + x] as number) / scale) + zero
      return Math.max(-128, Math.min(127, value)) - zero
    },
  }
  for (const { kind, stride, channels, inputs, weights, biases, scales } of network.layers) {
    const from = picture
    const before = stride === 1 ? 1 : 0
    const inside = (y: number, x: number, c: number) =>
      y < 0 || x < 0 || y >= from.height || x >= from.width ? 0 : from.at(y, x, c)
    const weight = (index: number) => weights[index] as number
    const sum = (y: number, x: number, c: number) => {
      let sum = biases[c] as number
      if (kind === 'convolution' && inputs !== 9) {
        for (let i = 0; i < inputs; i++) sum += from.at(y, x, i) * weight(c * inputs + i)
        return sum
      }
      for (let tap = 0; tap < 9; tap++) {
        const heard = [y * stride + Math.floor(tap / 3) - before, x * stride + (tap % 3) - before] as const
        sum +=
          kind === 'depthwise'
            ? inside(...heard, c) * weight(tap * channels + c)
            : inside(...heard, 0) * weight(c * 9 + tap)
      }
      return sum
    }
    if (kind === 'dense') {
      const places = from.height * from.width
      return Array.from({ length: channels }, (_, c) => {
        let sum = biases[c] as number
        for (let i = 0; i < inputs; i++) {
          let all = 0
          for (let place = 0; place < places; place++)
            all += from.at(Math.floor(place / from.width), place % from.width, i)
          sum += (((all / places) * network.last) / network.mean) * weight(c * inputs + i)
        }
        return sum * (scales[c] as number)
      })
    }
    const [height, width] = [from.height / stride, from.width / stride]
    const made = Float32Array.from({ length: height * width * channels }, (_, i) => {
      const [c, place] = [i % channels, Math.floor(i / channels)]
      const value = sum(Math.floor(place / width), place % width, c) * (scales[c] as number)
      return Math.max(0, Math.min(255, Math.round(value)))
    })
    const at = (y = 0, x = 0, c = 0) => made[(y * width + x) * channels + c] as number
    picture = { height, width, channels, at }
  }
  return []
}

describe('a network', () => {
  it('gives what its sums give, for one picture and for more than go through together', async () => {
    const mobilenet = await createMobilenet(network, HEIGHT, WIDTH)
    const count = 11
    const pictures = Float32Array.from({ length: count * HEIGHT * WIDTH }, () => 3 * dice())
    const { logits, means } = mobilenet.run(pictures, count)
    for (let index = 0; index < count; index++) {
      const expected = slowly(pictures.slice(index * HEIGHT * WIDTH, (index + 1) * HEIGHT * WIDTH))
      expect(new Set(expected).size).toBeGreaterThan(8)
      expected.forEach((logit, i) => {
        expect(Math.abs((logits[index * expected.length + i] as number) - logit)).toBeLessThan(0.05)
      })
    }
    expect(Math.max(...means)).toBeGreaterThan(0)
    const alone = mobilenet.run(pictures.slice(0, HEIGHT * WIDTH), 1)
    expect([...alone.logits]).toEqual([...logits.slice(0, alone.logits.length)])
  })

  it('takes what is no number for silence', async () => {
    const mobilenet = await createMobilenet(network, HEIGHT, WIDTH)
    const pictures = new Float32Array(HEIGHT * WIDTH).fill(Number.NaN)
    expect([...mobilenet.run(pictures, 1).logits].every(Number.isFinite)).toBe(true)
  })
})

describe('a file of weights', () => {
  it('that is none is said to be none', () => {
    const files = [new Uint8Array(), new Uint8Array(64), new Uint8Array(64).fill(255)]
    for (const file of files) expect(() => readNetwork(file)).toThrow(RangeError)
  })

  it('has tables whose missing fields have their defaults', () => {
    // root at 12: a table whose list of fields, at 4, names one field and leaves out another
    const bytes = new Uint8Array(20)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, 12, true)
    view.setUint16(4, 8, true)
    view.setUint16(6, 8, true)
    view.setUint16(8, 0, true)
    view.setUint16(10, 4, true)
    view.setInt32(12, 8, true)
    view.setInt32(16, 42, true)
    const table = readFlatbuffer(bytes)
    expect([table.int(0, 5), table.int(1, 5), table.int(2, 5)]).toEqual([5, 42, 5])
    expect(table.tables(0)).toEqual([])
  })
})
