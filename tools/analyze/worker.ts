import { parentPort, workerData } from 'node:worker_threads'
import { createYamnet } from '@sharemyshows/audio/tags/yamnet'
import { createLog } from '../../apps/server/src/platform/log/log.ts'
import { createTranscoder } from '../../apps/server/src/platform/transcode/create.ts'
import { analyzeFile } from './file.ts'
import type { Equipment, Order, Report } from './messages.ts'

const { transcoder, model } = workerData as Equipment
const tell = (report: Report) => parentPort?.postMessage(report)

const tools = {
  transcoder: createTranscoder(transcoder, createLog('silent')),
  tagger: model && (await createYamnet(model)),
}

parentPort?.on('message', async ({ path }: Order) => {
  const signal = new AbortController().signal
  tell({ outcome: await analyzeFile(path, tools, { signal, onProgress: (share) => tell({ share }) }) })
})
