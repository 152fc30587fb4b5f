import type { Analysis } from '@sharemyshows/audio/analysis'
import { analyze } from '@sharemyshows/audio/analyze'
import { createYamnet } from '@sharemyshows/audio/tags/yamnet'
import { serveThread } from '../../../platform/threads/serve.ts'

/** What the thread is given: the form of the sound, and the tagging model where there is one. */
export type AnalysisTask = { sampleRate: number; duration: number; model: Uint8Array | null }

await serveThread<AnalysisTask, Analysis>(async ({ sampleRate, duration, model }, blocks, onProgress) => {
  const tagger = model === null ? null : await createYamnet(model)
  return analyze(blocks, sampleRate, { duration, tagger, onProgress })
})
