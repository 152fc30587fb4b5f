/**
 * Just enough of an assembler for a WebAssembly module of SIMD functions: instructions are arrays of bytes, named as in
 * the specification (WebAssembly Core 2.0, chapter 5).
 */
export type Code = number[]

const unsigned = (value: number): Code => {
  const bytes: Code = []
  let rest = value
  do {
    const low = rest & 0x7f
    rest >>>= 7
    bytes.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return bytes
}

const signed = (value: number): Code => {
  const bytes: Code = []
  for (let rest = value; ; ) {
    const low = rest & 0x7f
    rest >>= 7
    if ((rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40)) return [...bytes, low]
    bytes.push(low | 0x80)
  }
}

const simd = (opcode: number, ...rest: number[]): Code => [0xfd, ...unsigned(opcode), ...rest]
/** Alignment is a hint only; 0 is always right. */
const memory = (opcode: number, offset: number): Code => simd(opcode, 0, ...unsigned(offset))

export const I32 = 0x7f
export const V128 = 0x7b

export const local = {
  get: (index: number): Code => [0x20, ...unsigned(index)],
  set: (index: number): Code => [0x21, ...unsigned(index)],
}
/** Moves a pointer on. */
export const step = (pointer: number, by: Code): Code => [
  ...local.get(pointer),
  ...by,
  ...i32.add,
  ...local.set(pointer),
]
export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  add: [0x6a],
  sub: [0x6b],
  mul: [0x6c],
  notEqual: [0x47],
  load: [0x28, 0, 0],
}
export const f32 = {
  add: [0x92],
  store: [0x38, 0, 0],
}
export const v128 = {
  load: (offset = 0) => memory(0x00, offset),
  load32Splat: (offset = 0) => memory(0x09, offset),
  store: (offset = 0) => memory(0x0b, offset),
  zero: simd(0x0c, ...Array<number>(16).fill(0)),
  shuffle: (lanes: readonly number[]) => simd(0x0d, ...lanes),
}
export const i16x8 = {
  splat: simd(0x10),
  narrow: simd(0x85),
  min: simd(0x96),
  max: simd(0x98),
}
export const i32x4 = {
  add: simd(0xae),
  dot: simd(0xba),
  fromFloat: simd(0xf8),
}
export const f32x4 = {
  abs: simd(0xe0),
  add: simd(0xe4),
  max: simd(0xe9),
  lane: (index: number) => simd(0x1f, index),
  mul: simd(0xe6),
  nearest: simd(0x6a),
  fromInt: simd(0xfa),
}

/** Runs `body` as often as `counter` says, at least once; the counter is 0 afterwards. */
export const repeat = (counter: number, body: Code): Code => [
  ...[0x03, 0x40],
  ...body,
  ...local.get(counter),
  ...i32.const(1),
  ...i32.sub,
  0x22,
  ...unsigned(counter),
  ...[0x0d, 0x00],
  0x0b,
]

/** A function of 32-bit parameters that gives nothing back; its locals follow the parameters in number. */
export type Func = { name: string; params: number; ints: number; vectors: number; body: Code }

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content]
const list = (items: Code[]): Code => [...unsigned(items.length), ...items.flat()]
const text = (value: string): Code => [...unsigned(value.length), ...new TextEncoder().encode(value)]

/** A module that imports its memory as `env.memory` and exports the functions by name. */
export function assemble(functions: readonly Func[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ params }) => [0x60, ...list(Array(params).fill([I32])), 0])
  const bodies = functions.map(({ ints, vectors, body }) => {
    const locals = list([
      [...unsigned(ints), I32],
      [...unsigned(vectors), V128],
    ])
    const code = [...locals, ...body, 0x0b]
    return [...unsigned(code.length), ...code]
  })
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(types)),
    ...section(2, list([[...text('env'), ...text('memory'), 0x02, 0x00, ...unsigned(1)]])),
    ...section(3, list(functions.map((_, index) => unsigned(index)))),
    ...section(7, list(functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]))),
    ...section(10, list(bodies)),
  ])
}
