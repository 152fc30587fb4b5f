/** A part of a recording that its waveform shows: a song, or what is heard after it. Seconds. */
export type Mark = { kind: 'song' | 'applause'; label: string; start: number; end: number }

/** The marks of a recording by its id, none until they are known; `wanted` is false while nobody looks at it. */
export type UseMarks = (id: string, wanted: boolean) => readonly Mark[]

/** After this many seconds back leads to the beginning of the song, before to the song before it. */
const BEGUN = 3

const songsOf = (marks: readonly Mark[]) => marks.filter(({ kind }) => kind === 'song')

/** Which song is heard and of how many; undefined before the first. Between two it is still the one before. */
export function songAt(
  marks: readonly Mark[],
  position: number,
): { number: number; count: number } | undefined {
  const songs = songsOf(marks)
  const number = songs.findLastIndex(({ start }) => start <= position) + 1
  return number > 0 ? { number, count: songs.length } : undefined
}

/** Where the next song begins, or the one before; undefined where there is none. */
export function songBeside(marks: readonly Mark[], position: number, by: 1 | -1): number | undefined {
  const songs = songsOf(marks)
  if (by > 0) return songs.find(({ start }) => start > position)?.start
  return songs.findLast(({ start }) => start < position - BEGUN)?.start
}
