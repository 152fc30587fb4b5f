import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import decode from 'heic-decode'

/** What the thread is asked, and what it answers: pixels as RGBA, already turned upright by libheif. */
export type HeicTask = { path: string; maxPixels: number }
export type HeicPixels = { width: number; height: number; rgba: ArrayBuffer }

const { path, maxPixels } = workerData as HeicTask
const [picture] = await decode.all({ buffer: await readFile(path) })
if (!picture || picture.width * picture.height > maxPixels) throw new Error('no picture within the limits')
const { width, height, data } = await picture.decode()
parentPort?.postMessage({ width, height, rgba: data.buffer } satisfies HeicPixels, [data.buffer])
