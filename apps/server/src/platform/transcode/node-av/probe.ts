import { stat } from 'node:fs/promises'
import { fault, judge, PATIENCE, patience } from '../limits.ts'
import type { Probe, Run, Source } from '../transcoder.ts'
import { runChild } from './child-process.ts'

/** What the file says of itself, held against the limits. */
export async function probe(source: Source, { signal }: Run): Promise<Probe> {
  const looked = await runChild(
    { do: 'look', source },
    { milliseconds: patience(PATIENCE.probe, 0) },
    { signal },
  )
  const duration = looked.duration ?? (await measure(source, signal))
  const { size } = await stat(source.path)
  return judge({ ...looked, duration, bitrate: looked.bitrate ?? Math.round((size * 8) / duration) })
}

/** Recordings of browsers do not say how long they are: reads them through, without decoding. */
async function measure(source: Source, signal: AbortSignal): Promise<number> {
  const bounds = { milliseconds: patience(PATIENCE.measure, 0) }
  const seconds = await runChild({ do: 'measure', source }, bounds, { signal })
  if (seconds === 0) throw fault('file_corrupt')
  return seconds
}
