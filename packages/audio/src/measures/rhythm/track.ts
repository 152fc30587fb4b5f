/** Values a fixed time apart; value `i` stands for the time `start + i / rate`, in seconds. */
export type Track = { values: Float32Array; rate: number; start: number }

/** A list of numbers that grows without an object a number: memory is at most twice what is in it. */
export type Grower = {
  push(value: number): void
  /** What was pushed, as a view. */
  view(): Float32Array
}

export function createGrower(capacity = 1024): Grower {
  let values = new Float32Array(capacity)
  let length = 0
  return {
    push(value) {
      if (length === values.length) {
        const more = new Float32Array(2 * length)
        more.set(values)
        values = more
      }
      values[length++] = value
    },
    view: () => values.subarray(0, length),
  }
}

/** The part of a track between two times. */
export function cut({ values, rate, start }: Track, from: number, to: number): Track {
  const first = Math.min(values.length, Math.max(0, Math.round((from - start) * rate)))
  const last = Math.max(first, Math.min(values.length, Math.round((to - start) * rate)))
  return { values: values.subarray(first, last), rate, start: start + first / rate }
}
