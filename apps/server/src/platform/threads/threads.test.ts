import { expect, it } from 'vitest'
import { runThread, ThreadOverflow, ThreadTimeout } from './run.ts'

const script = new URL('./thread-for-tests.ts', import.meta.url)

/** A run of blocks that each hold a one; tells how many were taken, and whether they were let go of. */
function run(does: string, count: number, given: { silence?: number; signal?: AbortSignal } = {}) {
  const seen = { read: 0, ended: false, progress: 0 }
  async function* blocks() {
    try {
      for (; seen.read < count; seen.read++) yield [Float32Array.of(1)]
    } finally {
      seen.ended = true
    }
  }
  const result = runThread<number>(
    script,
    { does },
    {
      blocks: blocks(),
      signal: given.signal ?? new AbortController().signal,
      onProgress: (share) => {
        seen.progress = share
      },
      silence: given.silence ?? 60_000,
      heap: 64,
    },
  )
  return { seen, result }
}

it('a thread is read all blocks, says how far it is, and gives its result', async () => {
  const { seen, result } = run('sum', 50)
  expect(await result).toBe(50)
  expect(seen).toEqual({ read: 50, ended: true, progress: 0.5 })
})

it('what it throws is thrown, and what does not end by itself is let go of', async () => {
  const { seen, result } = run('throw', Number.POSITIVE_INFINITY)
  await expect(result).rejects.toThrow('out of tune')
  expect(seen.ended).toBe(true)
})

it('one that leaves without a result has failed', async () => {
  await expect(run('exit', 3).result).rejects.toThrow('without a result')
})

it('one that takes too much memory is ended, and nothing else is', async () => {
  await expect(run('fill', 1).result).rejects.toThrow(ThreadOverflow)
})

it('one that falls silent is ended, having been read no more than it has room for', async () => {
  const { seen, result } = run('nothing', Number.POSITIVE_INFINITY, { silence: 500 })
  await expect(result).rejects.toThrow(ThreadTimeout)
  expect(seen.read).toBeLessThan(10)
  expect(seen.ended).toBe(true)
})

it('one that is no longer wanted is ended with the reason', async () => {
  const given = new AbortController()
  const { result } = run('nothing', 10, { signal: given.signal })
  given.abort(new Error('no longer'))
  await expect(result).rejects.toThrow('no longer')
  await expect(run('sum', 1, { signal: given.signal }).result).rejects.toThrow('no longer')
})
