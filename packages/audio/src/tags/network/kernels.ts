import {
  assemble,
  type Code,
  type Func,
  f32x4,
  i16x8,
  i32,
  i32x4,
  local,
  repeat,
  step,
  v128,
} from '../../signal/wasm.ts'

/** Rows and channels that one turn of the innermost loops makes. */
export const ROWS = 4
export const CHANNELS = 8
const BYTES = 16
const get = local.get

/** Numbers locals in the order of their names: first the parameters, then 32-bit ones, then vectors. */
const numbered = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>
const scaled = (sum: number, scale: number): Code => [
  ...get(sum),
  ...f32x4.fromInt,
  ...get(scale),
  ...f32x4.mul,
]
const rounded = (sum: number, scale: number): Code => [
  ...scaled(sum, scale),
  ...f32x4.nearest,
  ...i32x4.fromFloat,
]
/** Eight sums become activations: scaled, rounded and held to 0…255, which is the quantised form of ReLU6. */
const activations = (sums: readonly [number, number], scales: readonly [number, number]): Code => [
  ...rounded(sums[0], scales[0]),
  ...rounded(sums[1], scales[1]),
  ...i16x8.narrow,
  ...i32.const(0),
  ...i16x8.splat,
  ...i16x8.max,
  ...i32.const(255),
  ...i16x8.splat,
  ...i16x8.min,
]

/**
 * Product of a matrix of activations (16-bit, a row a position) and one of weights (16-bit, packed for eight channels at
 * a time in pairs of inputs), plus biases, scaled by channel. `to` receives activations, or floats where `floats`.
 */
function product(name: string, floats: boolean): Func {
  const params = ['from', 'weights', 'biases', 'scales', 'to', 'rowBlocks', 'steps', 'blocks'] as const
  const ints = ['row0', 'row1', 'row2', 'row3', 'weight', 'out', 'row', 'k', 'start', 'inStride', 'outStride']
  const vectors = ['b0', 'b1', 's0', 's1', 'w0', 'w1', 'x']
  const sums = [0, 1, 2, 3].flatMap((row) => [`sum${row}0`, `sum${row}1`])
  const at = numbered<string>([...params, ...ints, ...vectors, ...sums])
  const of = (name: string) => at[name] as number
  const rows = [0, 1, 2, 3]
  const load = (name: string, pointer: string, offset: number): Code => [
    ...get(of(pointer)),
    ...v128.load(offset),
    ...local.set(of(name)),
  ]
  const accumulate = (sum: number, weight: number): Code => [
    ...get(sum),
    ...get(of('x')),
    ...get(weight),
    ...i32x4.dot,
    ...i32x4.add,
    ...local.set(sum),
  ]
  const pair = (index: number): Code => [
    ...load('w0', 'weight', index * 2 * BYTES),
    ...load('w1', 'weight', index * 2 * BYTES + BYTES),
    ...rows.flatMap((row) => [
      ...get(of(`row${row}`)),
      ...v128.load32Splat(index * 4),
      ...local.set(of('x')),
      ...accumulate(of(`sum${row}0`), of('w0')),
      ...accumulate(of(`sum${row}1`), of('w1')),
    ]),
  ]
  const give = (row: number): Code => {
    const [first, second] = [of(`sum${row}0`), of(`sum${row}1`)]
    const out = get(of('out'))
    const values = floats
      ? [
          ...[...out, ...scaled(first, of('s0')), ...v128.store()],
          ...[...out, ...scaled(second, of('s1')), ...v128.store(BYTES)],
        ]
      : [...out, ...activations([first, second], [of('s0'), of('s1')]), ...v128.store()]
    return [...values, ...step(of('out'), get(of('outStride')))]
  }
  const eachRowBlock: Code = [
    ...rows.flatMap((row) => [
      ...get(of('b0')),
      ...local.set(of(`sum${row}0`)),
      ...get(of('b1')),
      ...local.set(of(`sum${row}1`)),
      ...get(of('start')),
      ...local.set(of(`row${row}`)),
      ...step(of('start'), get(of('inStride'))),
    ]),
    ...get(of('weights')),
    ...local.set(of('weight')),
    ...get(of('steps')),
    ...local.set(of('k')),
    ...repeat(of('k'), [
      ...pair(0),
      ...pair(1),
      ...rows.flatMap((row) => step(of(`row${row}`), i32.const(8))),
      ...step(of('weight'), i32.const(4 * BYTES)),
    ]),
    ...rows.flatMap(give),
  ]
  const outBytes = floats ? 2 * BYTES : BYTES
  const body: Code = [
    ...[...get(of('steps')), ...i32.const(8), ...i32.mul, ...local.set(of('inStride'))],
    ...[...get(of('blocks')), ...i32.const(outBytes), ...i32.mul, ...local.set(of('outStride'))],
    ...repeat(of('blocks'), [
      ...load('b0', 'biases', 0),
      ...load('b1', 'biases', BYTES),
      ...load('s0', 'scales', 0),
      ...load('s1', 'scales', BYTES),
      ...[...get(of('from')), ...local.set(of('start'))],
      ...[...get(of('to')), ...local.set(of('out'))],
      ...[...get(of('rowBlocks')), ...local.set(of('row'))],
      ...repeat(of('row'), eachRowBlock),
      ...[...get(of('weight')), ...local.set(of('weights'))],
      ...step(of('biases'), i32.const(2 * BYTES)),
      ...step(of('scales'), i32.const(2 * BYTES)),
      ...step(of('to'), i32.const(outBytes)),
    ]),
  ]
  return { name, params: params.length, ints: ints.length, vectors: vectors.length + sums.length, body }
}

const LOW = [0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23]
const HIGH = LOW.map((lane) => lane + 8)
/** Nine neighbours in pairs; the last stands beside itself with a weight of 0. */
const PAIRS = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [8, 8],
] as const

/**
 * One row of a 3 × 3 convolution of each channel with itself alone. `above`, `middle` and `below` are rows of the padded
 * picture; `apart` is the distance in bytes of neighbours, `hop` that of the places heard one after the other.
 */
function depthwise(): Func {
  const params = ['above', 'middle', 'below', 'weights', 'biases', 'scales', 'to', 'width', 'blocks']
  const sizes = ['apart', 'hop']
  const ints = ['block', 'weight', 'bias', 'scale']
  const taps = Array.from({ length: 9 }, (_, tap) => `tap${tap}`)
  const at = numbered<string>([...params, ...sizes, ...ints, ...taps, ...['low', 'high', 's0', 's1']])
  const of = (name: string) => at[name] as number
  const rows = ['above', 'middle', 'below']
  const neighbours = rows.flatMap((row, y) => [
    ...[...get(of(row)), ...v128.load(), ...local.set(of(`tap${3 * y}`))],
    ...[
      ...get(of(row)),
      ...get(of('apart')),
      ...i32.add,
      ...v128.load(),
      ...local.set(of(`tap${3 * y + 1}`)),
    ],
    ...[...get(of(row)), ...get(of('apart')), ...i32.const(2), ...i32.mul, ...i32.add],
    ...[...v128.load(), ...local.set(of(`tap${3 * y + 2}`))],
  ])
  const accumulate = (sum: string, a: number, b: number, lanes: readonly number[], offset: number): Code => [
    ...get(of(sum)),
    ...[...get(of(`tap${a}`)), ...get(of(`tap${b}`)), ...v128.shuffle(lanes)],
    ...[...get(of('weight')), ...v128.load(offset)],
    ...i32x4.dot,
    ...i32x4.add,
    ...local.set(of(sum)),
  ]
  const load = (name: string, pointer: string, offset: number): Code => [
    ...get(of(pointer)),
    ...v128.load(offset),
    ...local.set(of(name)),
  ]
  const each: Code = [
    ...neighbours,
    ...load('low', 'bias', 0),
    ...load('high', 'bias', BYTES),
    ...PAIRS.flatMap(([a, b], pair) => [
      ...accumulate('low', a, b, LOW, pair * 2 * BYTES),
      ...accumulate('high', a, b, HIGH, pair * 2 * BYTES + BYTES),
    ]),
    ...load('s0', 'scale', 0),
    ...load('s1', 'scale', BYTES),
    ...get(of('to')),
    ...activations([of('low'), of('high')], [of('s0'), of('s1')]),
    ...v128.store(),
    ...step(of('to'), i32.const(BYTES)),
    ...rows.flatMap((row) => step(of(row), i32.const(BYTES))),
    ...step(of('weight'), i32.const(PAIRS.length * 2 * BYTES)),
    ...step(of('bias'), i32.const(2 * BYTES)),
    ...step(of('scale'), i32.const(2 * BYTES)),
  ]
  const body = repeat(of('width'), [
    ...[...get(of('weights')), ...local.set(of('weight'))],
    ...[...get(of('biases')), ...local.set(of('bias'))],
    ...[...get(of('scales')), ...local.set(of('scale'))],
    ...[...get(of('blocks')), ...local.set(of('block'))],
    ...repeat(of('block'), each),
    // the channels of one place have been walked already
    ...rows.flatMap((row) => step(of(row), [...get(of('hop')), ...get(of('apart')), ...i32.sub])),
  ])
  const count = params.length + sizes.length
  return {
    name: 'depthwise',
    params: count,
    ints: ints.length,
    vectors: taps.length + 4,
    body,
  }
}

export type Kernels = {
  product(...pointersAndSizes: number[]): void
  productToFloats(...pointersAndSizes: number[]): void
  depthwise(...pointersAndSizes: number[]): void
}

/** Packed as `product` wants them: of each eight channels, in pairs of inputs, channel by channel. */
export function packProduct(weights: Int8Array, channels: number, inputs: number): Int16Array {
  const [blocks, pairs] = [Math.ceil(channels / CHANNELS), Math.ceil(inputs / 4) * 2]
  const packed = new Int16Array(blocks * pairs * 2 * CHANNELS)
  for (let channel = 0; channel < channels; channel++) {
    const start = Math.floor(channel / CHANNELS) * pairs * 2 * CHANNELS + (channel % CHANNELS) * 2
    for (let input = 0; input < inputs; input++) {
      const place = start + (input >> 1) * 2 * CHANNELS + (input & 1)
      packed[place] = weights[channel * inputs + input] as number
    }
  }
  return packed
}

/** Packed as `depthwise` wants them: of each eight channels, the nine neighbours in pairs. */
export function packDepthwise(weights: Int8Array, channels: number): Int16Array {
  const packed = new Int16Array(channels * PAIRS.length * 2)
  for (let channel = 0; channel < channels; channel++) {
    const start = Math.floor(channel / CHANNELS) * PAIRS.length * 2 * CHANNELS + (channel % CHANNELS) * 2
    PAIRS.forEach(([a, b], pair) => {
      packed[start + pair * 2 * CHANNELS] = weights[a * channels + channel] as number
      packed[start + pair * 2 * CHANNELS + 1] = a === b ? 0 : (weights[b * channels + channel] as number)
    })
  }
  return packed
}

/** The functions, working on `memory`. */
export async function loadKernels(memory: WebAssembly.Memory): Promise<Kernels> {
  const bytes = assemble([product('product', false), product('productToFloats', true), depthwise()])
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } })
  return instance.exports as unknown as Kernels
}
