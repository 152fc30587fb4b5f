import { assemble, f32, f32x4, i32, local, repeat, step, v128 } from './wasm.ts'

export type Polyphase = {
  /** Told what is complete so far, in order and in parts; each is overwritten by the next. */
  add(block: Float32Array, give: (made: Float32Array) => void): void
}

/** Samples that are taken in at a time. */
const CHUNK = 1024
const FLOAT = 4

/**
 * A filter that answers each stretch of a sound with several outputs in turn, or passes stretches over: output `n` is the sum
 * of products of row `n % rows` and the samples from where it stands, which then moves on by `advances[n % rows]`. Before
 * the first sample lie `lead` zeros. Rows are equally long, by a multiple of four. The same outputs come whatever the blocks.
 */
export function createPolyphase(
  rows: readonly Float32Array[],
  advances: readonly number[],
  lead: number,
): Polyphase {
  const taps = rows[0]?.length ?? 0
  const stretch = advances.reduce((sum, advance) => sum + advance, 0)
  const most = (Math.floor(CHUNK / stretch) + 2) * rows.length
  let bytes = 0
  const room = (floats: number) => {
    const at = bytes
    bytes += Math.ceil(floats / 4) * 4 * FLOAT
    return at
  }
  const width = taps + 4
  const end = room(rows.length * width) + rows.length * width * FLOAT
  const [held, to] = [room(taps + CHUNK), room(most)]
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) })
  const floats = new Float32Array(memory.buffer)
  const whole = new Int32Array(memory.buffer)
  rows.forEach((row, index) => {
    floats.set(row, index * width)
    whole[index * width + taps] = (advances[index] as number) * FLOAT
  })
  const { dots } = new WebAssembly.Instance(compiled(), { env: { memory } }).exports as Kernel
  let [filled, at, row] = [lead, 0, 0]

  const run = (give: (made: Float32Array) => void) => {
    const [first, start] = [row, at]
    let count = 0
    for (; at + taps <= filled; count++) {
      at += advances[row] as number
      row = row + 1 === rows.length ? 0 : row + 1
    }
    if (count > 0) dots(first * width * FLOAT, end, held + start * FLOAT, to, count, taps / 4)
    // where much is passed over, the next stretch may lie beyond what has come
    const gone = Math.min(at, filled)
    floats.copyWithin(held / FLOAT, held / FLOAT + gone, held / FLOAT + filled)
    filled -= gone
    at -= gone
    if (count > 0) give(floats.subarray(to / FLOAT, to / FLOAT + count))
  }
  return {
    add(block, give) {
      for (let from = 0; from < block.length; ) {
        const part = block.subarray(from, from + CHUNK + taps - filled)
        floats.set(part, held / FLOAT + filled)
        filled += part.length
        from += part.length
        run(give)
      }
    },
  }
}

type Kernel = {
  dots(row: number, end: number, samples: number, to: number, count: number, steps: number): void
}

let kernel: WebAssembly.Module | undefined

/**
 * `count` sums of products, at least one, of `steps` times four samples. Rows begin at 0; behind each stands how many bytes
 * the samples move on after it, and behind the last, at `end`, comes the first.
 */
function compiled(): WebAssembly.Module {
  if (kernel) return kernel
  const [row, end, samples, to, count, steps, sample, left, sum] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
  const get = local.get
  const lane = (index: number) => [...get(sum), ...f32x4.lane(index)]
  const body = repeat(count, [
    ...[...get(samples), ...local.set(sample)],
    ...[...get(steps), ...local.set(left)],
    ...[...v128.zero, ...local.set(sum)],
    ...repeat(left, [
      ...[...get(row), ...v128.load(), ...get(sample), ...v128.load(), ...f32x4.mul],
      ...[...get(sum), ...f32x4.add, ...local.set(sum)],
      ...step(row, i32.const(4 * FLOAT)),
      ...step(sample, i32.const(4 * FLOAT)),
    ]),
    ...get(to),
    ...[...lane(0), ...lane(1), ...f32.add, ...lane(2), ...lane(3), ...f32.add, ...f32.add],
    ...f32.store,
    ...step(to, i32.const(FLOAT)),
    ...step(samples, [...get(row), ...i32.load]),
    ...step(row, i32.const(4 * FLOAT)),
    ...[...get(row), ...get(row), ...get(end), ...i32.notEqual, ...i32.mul, ...local.set(row)],
  ])
  kernel = new WebAssembly.Module(assemble([{ name: 'dots', params: 6, ints: 2, vectors: 1, body }]))
  return kernel
}
