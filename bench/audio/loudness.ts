import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Analysis } from '@sharemyshows/audio/analysis'
import type { Figure, Heard } from './figures.ts'

/** Integrated loudness by ffmpeg's ebur128, in LUFS; null where it has none. */
async function byFfmpeg(file: string): Promise<number | null> {
  const print = 'ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.I:file=-'
  const args = ['-nostdin', '-v', 'error', '-i', file, '-af', print, '-f', 'null', '-']
  const { stdout } = await promisify(execFile)('ffmpeg', args, { maxBuffer: 64 * 1_048_576 })
  const last = [...stdout.matchAll(/lavfi\.r128\.I=(-?[\d.]+)/g)].at(-1)?.[1]
  return last === undefined || Number(last) <= -70 ? null : Number(last)
}

/** By how much we differ from ffmpeg where both have a loudness. */
export async function loudnessFigures(heard: readonly Heard<Partial<Analysis>>[]): Promise<Figure[]> {
  const differences: number[] = []
  for (const { clip, analysis } of heard) {
    const reference = await byFfmpeg(clip.path)
    const ours = analysis.loudness_lufs ?? null
    if (reference !== null && ours !== null) differences.push(Math.abs(ours - reference))
  }
  const figure = (name: string, value: number): Figure => ({
    name,
    group: 'all',
    value,
    unit: 'LU',
    clips: differences.length,
  })
  return [
    figure('loudness, worst difference', Math.max(...differences)),
    figure('loudness, mean difference', differences.reduce((sum, one) => sum + one, 0) / differences.length),
  ]
}
