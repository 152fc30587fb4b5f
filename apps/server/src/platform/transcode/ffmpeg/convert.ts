import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fault, LONGEST_SECONDS, THREADS } from '../limits.ts'
import type { Run, Source } from '../transcoder.ts'
import type { Bounds } from '../watch.ts'
import { start } from './child.ts'
import { QUIET, reader } from './input.ts'
import type { Tools } from './tools.ts'

/** One run of ffmpeg: how to read, what to make, and how many seconds that will be. */
export type Conversion = {
  source: Source
  /** Seconds to skip, and to take at most. */
  cut?: { at: number; seconds?: number }
  make: readonly string[]
  bounds: Bounds
  duration: number
}

/** Runs ffmpeg to its end; whatever it wrote is gone again unless that was a good one with something in it. */
export async function convert(tools: Tools, conversion: Conversion, run: Run): Promise<void> {
  try {
    const seconds = await follow(tools, conversion, run)
    if (seconds === 0) throw fault('file_corrupt')
    run.onProgress?.(1)
  } catch (error) {
    await Promise.all((conversion.bounds.files ?? []).map((file) => rm(file, { force: true })))
    throw error
  }
}

/** The seconds that were put out, by the clock of what was made. */
export async function follow(tools: Tools, conversion: Conversion, run: Run): Promise<number> {
  const { bounds, duration } = conversion
  const args = argumentsOf(conversion)
  const tool = await start(tools, { program: 'ffmpeg', args, bounds, signal: run.signal })
  tool.stdout.resume()
  let seconds = 0
  let frames = 0
  for await (const line of createInterface({ input: tool.progress })) {
    const [key, value] = line.split('=')
    if (key === 'frame') frames = Number(value)
    if (key !== 'out_time_us' || !/^\d+$/.test(value ?? '')) continue
    seconds = Number(value) / 1_000_000
    if (seconds > LONGEST_SECONDS + 1) tool.stop(fault('too_long'))
    // the last step is the caller's: the end of a run may still be a bad one
    run.onProgress?.(Math.min(seconds / duration, 0.99))
  }
  await tool.ended
  return Math.max(seconds, frames > 0 ? Number.EPSILON : 0)
}

/** What ffmpeg is told. */
export function argumentsOf({ source, cut, make }: Pick<Conversion, 'source' | 'cut' | 'make'>): string[] {
  const threads = String(THREADS)
  const seek = cut ? ['-ss', String(cut.at), ...(cut.seconds ? ['-t', String(cut.seconds)] : [])] : []
  const general = ['-nostdin', ...QUIET, '-y', '-nostats', '-progress', 'pipe:3', '-filter_threads', threads]
  return [...general, '-threads', threads, ...seek, ...reader(source), ...make]
}
