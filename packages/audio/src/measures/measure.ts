/** Samples a second of what the measures hear: one channel, the mean of all. */
export const ENGINE_RATE = 22_050

/** Hears the sound a block at a time, blocks of any size, and says at the end what it found. */
export type Measure<Result> = {
  add(block: Float32Array): void
  end(): Result
}
