/** Tells how far a step is: as a line that changes on a terminal, as one line at its end elsewhere. */
export function startStep(what: string, total: number) {
  const started = performance.now()
  const live = process.stdout.isTTY
  let count = 0
  let shown = 0
  const show = (end: string) =>
    process.stdout.write(`${live ? '\r\x1b[K' : ''}${what}: ${count} of ${total}${end}`)
  if (live) show('')
  return {
    /** One more is done. */
    tick() {
      count++
      if (!live || performance.now() - shown < 100) return
      shown = performance.now()
      show('')
    },
    /** Ends the line; gives how many were done a second. */
    end(): number {
      const seconds = (performance.now() - started) / 1000
      show(` in ${seconds.toFixed(1)} s\n`)
      return count / Math.max(seconds, 0.001)
    },
  }
}
