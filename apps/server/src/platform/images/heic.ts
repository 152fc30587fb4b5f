import { Worker } from 'node:worker_threads'
import type { HeicPixels, HeicTask } from './heic-worker.ts'
import { MAX_SECONDS } from './limits.ts'

/**
 * Decodes a HEIC file to RGBA, upright, in the file's own colour space. One thread a photo: decoding takes a
 * second or more, WebAssembly gives its memory back only when the thread ends, and a thread can be cut short.
 * @throws when the file is corrupt; with "timeout" in the message when it takes too long
 */
export function decodeHeic(task: HeicTask): Promise<HeicPixels> {
  const script = new URL('./heic-worker.ts', import.meta.url)
  // stdout and stderr stay unread: libheif prints its complaints about broken files there.
  const worker = new Worker(script, { workerData: task, execArgv: [], stdout: true, stderr: true })
  const answer = new Promise<HeicPixels>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread ended without an answer')))
    setTimeout(() => reject(new Error('timeout')), MAX_SECONDS * 1000).unref()
  })
  return answer.finally(() => worker.terminate())
}
