import { serveThread } from './serve.ts'

/** Sums what it is read, or does what it should not. */
await serveThread<{ does: 'sum' | 'throw' | 'exit' | 'fill' | 'nothing' }, number>(
  async ({ does }, blocks, tell) => {
    let sum = 0
    for await (const [first] of blocks) {
      sum += first?.[0] ?? 0
      tell(sum / 100)
      if (does === 'throw') throw new RangeError('out of tune')
      if (does === 'exit') process.exit(3)
      if (does === 'fill') for (const hoard: unknown[] = []; ; ) hoard.push(new Array(1000).fill(hoard))
      if (does === 'nothing') await new Promise(() => setInterval(() => {}, 1000))
    }
    return sum
  },
)
