import { expect, it } from 'vitest'
import { planarOf } from './planar.ts'

it.each([
  [1, 1000],
  [2, 777],
  [3, 40_000],
  [8, 5],
])('takes %i channels apart, whatever the size of the chunks', async (channels, size) => {
  const frames = 70_000
  const all = Float32Array.from({ length: frames * channels + channels - 1 }, (_, i) => i)
  async function* chunks() {
    for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size)
  }
  const blocks: Float32Array[][] = []
  for await (const block of planarOf(chunks(), channels)) blocks.push(block)
  expect(blocks.map(([first]) => first?.length)).toEqual([32_768, 32_768, frames - 65_536])
  for (let channel = 0; channel < channels; channel++) {
    const whole = blocks.flatMap((block) => [...(block[channel] as Float32Array)])
    expect(whole.every((value, frame) => value === frame * channels + channel)).toBe(true)
  }
})
