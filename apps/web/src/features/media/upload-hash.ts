import type { HashAnswer, HashAsk } from './upload-hash.worker'

type Waiting = {
  onShare: (share: number) => void
  resolve: (sha256: string | undefined) => void
  reject: (error: unknown) => void
}

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/**
 * The SHA-256 (hex) of a file, counted beside the page. Undefined where this browser cannot count: the server then
 * does without. Throws what reading throws, or the reason of the signal.
 */
export function hashFile(
  file: Blob,
  { signal, onShare }: { signal: AbortSignal; onShare: (share: number) => void },
): Promise<string | undefined> {
  signal.throwIfAborted()
  const id = ++last
  return new Promise((resolve, reject) => {
    waiting.set(id, { onShare, resolve, reject })
    const abort = () => {
      if (waiting.delete(id)) ask({ cancel: id })
      reject(signal.reason)
    }
    signal.addEventListener('abort', abort, { once: true })
    ask({ id, file })
  })
}

function ask(message: HashAsk): void {
  worker ??= start()
  worker.postMessage(message)
}

function start(): Worker {
  const started = new Worker(new URL('./upload-hash.worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data }: MessageEvent<HashAnswer>) => hear(data)
  started.onerror = () => {
    for (const { resolve } of waiting.values()) resolve(undefined)
    waiting.clear()
  }
  return started
}

function hear(message: HashAnswer): void {
  const one = waiting.get(message.id)
  if (one === undefined) return
  if ('share' in message) {
    one.onShare(message.share)
    return
  }
  waiting.delete(message.id)
  if ('sha256' in message) one.resolve(message.sha256)
  else if (message.failed === 'Error') one.resolve(undefined)
  else one.reject(new DOMException('the bytes cannot be read', message.failed))
}
