import { stat } from 'node:fs/promises'
import type { Analysis } from '@sharemyshows/audio/analysis'
import { type AnalyzeOptions, analyze } from '@sharemyshows/audio/analyze'
import { recogniseRecording } from '../../apps/server/src/platform/transcode/recognise.ts'
import { MediaFault, type Run, type Transcoder } from '../../apps/server/src/platform/transcode/transcoder.ts'

/** Why a file has no analysis: for people, and for programs. */
export type Fault = { error: string; code: string }

/** What there is to say of a file. */
export type Outcome = { analysis: Analysis } | Fault

/** Opens, recognises by content, decodes and analyses one file; whatever is wrong with it is the outcome. */
export async function analyzeFile(
  path: string,
  tools: { transcoder: Transcoder } & Required<Pick<AnalyzeOptions, 'tagger'>>,
  run: Run,
): Promise<Outcome> {
  try {
    const wrong = await unfit(path)
    if (wrong) return wrong
    const recording = await recogniseRecording(path)
    if (!recording) return { error: 'This file is none of the formats we take.', code: 'unsupported_format' }
    const source = { path, container: recording.container }
    // only how far the analysis is counts: it waits for the decoder
    const sound = await tools.transcoder.channels(source, { signal: run.signal })
    const { signal, onProgress = () => {} } = run
    const { blocks, sampleRate, duration } = sound
    return {
      analysis: await analyze(blocks, sampleRate, { signal, onProgress, duration, tagger: tools.tagger }),
    }
  } catch (error) {
    if (run.signal.aborted) throw error
    return faultOf(error as NodeJS.ErrnoException)
  }
}

/** What is wrong with it before it is opened. */
async function unfit(path: string): Promise<Fault | null> {
  const found = await stat(path)
  if (found.isDirectory()) return { error: 'This is a folder.', code: 'not_a_file' }
  // whoever opens a pipe waits for somebody to write
  if (!found.isFile()) return { error: 'This is no file.', code: 'not_a_file' }
  return found.size === 0 ? { error: 'This file is empty.', code: 'file_empty' } : null
}

function faultOf(error: NodeJS.ErrnoException): Fault {
  if (error instanceof MediaFault) return { error: error.message, code: error.code }
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return { error: 'There is no such file.', code: 'not_found' }
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return { error: 'This file may not be read.', code: 'unreadable' }
  return { error: error.message, code: 'internal' }
}
