import { stat } from 'node:fs/promises'
import { measureBounds, probeBounds } from '../bounds.ts'
import { fault, judge } from '../limits.ts'
import type { Probe, Run, Source } from '../transcoder.ts'
import { runChild } from './child-process.ts'

/** What the file says of itself, held against the limits. */
export async function probe(source: Source, { signal }: Run): Promise<Probe> {
  const looked = await runChild({ do: 'look', source }, probeBounds, { signal })
  const duration = looked.duration ?? (await measure(source, signal))
  const { size } = await stat(source.path)
  return judge({ ...looked, duration, bitrate: looked.bitrate ?? Math.round((size * 8) / duration) })
}

/** Recordings of browsers do not say how long they are: reads them through, without decoding. */
async function measure(source: Source, signal: AbortSignal): Promise<number> {
  const seconds = await runChild({ do: 'measure', source }, measureBounds, { signal })
  if (seconds === 0) throw fault('file_corrupt')
  return seconds
}
