/** Milliseconds of work after which whoever else is in the thread has a turn. */
const BREATH_MS = 40

/** To be waited for now and then in a long work: lets the thread's other work in, and throws the signal's reason. */
export function createBreath(signal: AbortSignal | undefined): () => Promise<void> {
  let since = performance.now()
  return async () => {
    signal?.throwIfAborted()
    if (performance.now() - since < BREATH_MS) return
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
    signal?.throwIfAborted()
  }
}
