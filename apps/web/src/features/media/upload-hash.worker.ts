import { createSHA256 } from 'hash-wasm'

/** What the page asks, and what it hears: how far it is (0–1), the hash in hex, or that the bytes cannot be read. */
export type HashAsk = { id: number; file: Blob } | { cancel: number }
export type HashAnswer = { id: number } & ({ share: number } | { sha256: string } | { failed: string })

/** Of a large file this often is told how far it is, in bytes. */
const TELL_EVERY = 8 * 1_048_576

const cancelled = new Set<number>()
let line: Promise<void> = Promise.resolve()

// One after the other: two at once would only make both wait for the disk.
self.onmessage = ({ data }: MessageEvent<HashAsk>) => {
  if ('cancel' in data) cancelled.add(data.cancel)
  else line = line.then(() => hash(data.id, data.file))
}

const answer = (message: HashAnswer) => self.postMessage(message)

async function hash(id: number, file: Blob): Promise<void> {
  if (cancelled.delete(id)) return
  try {
    const hasher = await createSHA256()
    let done = 0
    let told = 0
    for await (const part of file.stream() as unknown as AsyncIterable<Uint8Array>) {
      if (cancelled.delete(id)) return
      hasher.update(part)
      done += part.byteLength
      if (done - told < TELL_EVERY) continue
      told = done
      answer({ id, share: done / file.size })
    }
    answer({ id, sha256: hasher.digest('hex') })
  } catch (error) {
    answer({ id, failed: error instanceof DOMException ? error.name : 'Error' })
  }
}
