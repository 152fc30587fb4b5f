import type { Analysis } from '@sharemyshows/contract/analysis'
import type { Mark } from '@/lib/marks'

/** Applause shorter than this (in seconds) is a shout. */
const LEAST_APPLAUSE = 1.5

/** What the waveform of a recording is marked with; nothing where it is one song without an audience. */
export function marksOf({ songs, segments }: Pick<Analysis, 'songs' | 'segments'>): Mark[] {
  const applause = segments.filter(
    ({ kind, start, end }) => kind === 'applause' && end - start >= LEAST_APPLAUSE,
  )
  if (songs.length < 2 && applause.length === 0) return []
  const marks: Mark[] = [
    ...songs.map(({ start, end }, at): Mark => ({ kind: 'song', label: `Song ${at + 1}`, start, end })),
    ...applause.map(({ start, end }): Mark => ({ kind: 'applause', label: 'Applause', start, end })),
  ]
  return marks.toSorted((a, b) => a.start - b.start)
}
