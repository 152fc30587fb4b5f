import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { blocksOf, monoOf } from './sound.ts'

const BLOCK = 24_000

it('cuts a stream into blocks of one size, and makes sane numbers of all', async () => {
  async function* stream() {
    yield [Float32Array.of(1, Number.NaN), Float32Array.of(0, 1e9)]
    yield [new Float32Array(BLOCK), new Float32Array(BLOCK)]
  }
  const blocks: (readonly Float32Array[])[] = []
  // a block is overwritten by the next
  for await (const block of blocksOf(stream())) blocks.push(block.map((channel) => channel.slice()))
  expect(blocks.map((channels) => channels.map(({ length }) => length))).toEqual([
    [BLOCK, BLOCK],
    [2, 2],
  ])
  expect(blocks[0]?.map((channel) => [...channel.subarray(0, 3)])).toEqual([
    [1, 0, 0],
    [0, 256, 0],
  ])
})

it('lets go of what was heard, whatever waits for an abort', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const given: WeakRef<Float32Array>[] = []
  async function* stream() {
    for (let i = 0; i < 20; i++) {
      const channel = new Float32Array(BLOCK)
      given.push(new WeakRef(channel))
      yield [channel]
    }
    await setImmediate()
    collect()
    await setImmediate()
  }
  for await (const block of blocksOf(stream(), new AbortController().signal)) expect(block).toHaveLength(1)
  expect(given.filter((block) => block.deref()).length).toBeLessThan(5)
})

it('hears the mean of all channels', () => {
  expect([...monoOf([Float32Array.of(1, 0), Float32Array.of(0, 0.5), Float32Array.of(0.5, 1)])]).toEqual([
    0.5, 0.5,
  ])
  expect(monoOf([])).toHaveLength(0)
})
