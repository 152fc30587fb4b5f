import { numbered, type Song } from './model'

/** Which set of the main part, or which encore. */
export type Section = { encore: boolean; set: number }

/** A line of the list that can be moved: a song, which may open its set, or the line where another set begins. */
export type Item =
  | { kind: 'song'; id: string; song: Song; opens: boolean }
  | { kind: 'break'; id: string; section: Section }

export const FIRST: Section = { encore: false, set: 1 }
export const MOST_SETS = 9

export const isSame = (a: Section, b: Section): boolean => a.encore === b.encore && a.set === b.set

/** Whether a set other than the first begins with this song. */
export function opensAt(songs: readonly Section[], index: number): boolean {
  const song = songs[index]
  return song !== undefined && !isSame(songs[index - 1] ?? FIRST, song)
}

/** "Set 2", "Encore", "Encore 2". */
export function labelOf({ encore, set }: Section): string {
  if (!encore) return `Set ${set}`
  return set === 1 ? 'Encore' : `Encore ${set}`
}

/** "in set 2", "in the encore", "in encore 2". */
export function whereOf(section: Section): string {
  return section.encore && section.set === 1 ? 'in the encore' : `in ${labelOf(section).toLowerCase()}`
}

/**
 * The list as lines: every song, and a line wherever a song belongs elsewhere than the one before. Above the first
 * line is the first set. `begun` is a set that has no songs yet; its line comes last.
 */
export function itemsOf(songs: readonly Song[], begun?: Section): Item[] {
  const items: Item[] = []
  const seen = new Map<string, number>()
  let section = FIRST
  const open = (next: Section) => {
    const label = labelOf(next)
    const times = (seen.get(label) ?? 0) + 1
    seen.set(label, times)
    items.push({ kind: 'break', id: `${label} (${times})`, section: next })
    section = next
  }
  for (const song of songs) {
    if (!isSame(section, song)) open({ encore: song.encore, set: song.set })
    items.push({ kind: 'song', id: song.id, song, opens: items.at(-1)?.kind !== 'song' })
  }
  if (begun && !isSame(section, begun)) open(begun)
  return items
}

/** The songs of the lines, each in the set it stands in. */
export function songsOf(items: readonly Item[]): Song[] {
  const songs: Song[] = []
  let section = FIRST
  for (const item of items) {
    if (item.kind === 'break') section = item.section
    else songs.push(isSame(item.song, section) ? item.song : { ...item.song, ...section })
  }
  return numbered(songs)
}

/** Moves a line; when it was the line of a set, the sets are named anew in the order they stand in. */
export function moved(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from]
  if (item === undefined || from === to) return [...items]
  const next = items.toSpliced(from, 1).toSpliced(to, 0, item)
  return item.kind === 'break' ? renamed(next) : next
}

/** What a step up or down makes of the list; undefined at either end. Below the last song an encore begins. */
export function step(songs: readonly Song[], id: string, by: -1 | 1, begun?: Section): Song[] | undefined {
  const items = itemsOf(songs, begun)
  const at = items.findIndex((item) => item.id === id)
  const item = items[at]
  if (item === undefined) return undefined
  if (items[at + by] !== undefined) return songsOf(moved(items, at, at + by))
  if (by === -1 || item.kind === 'break') return undefined
  const last = sectionAt(items, at)
  return last.encore ? undefined : songsOf(items.toSpliced(at, 0, lineOf({ encore: true, set: 1 })))
}

/** Begins a set or an encore with this song; undefined when it does so already or there are too many. */
export function begunAt(songs: readonly Song[], id: string, encore: boolean): Song[] | undefined {
  const items = itemsOf(songs)
  const at = items.findIndex((item) => item.id === id)
  if (at === -1) return undefined
  const before = items[at - 1]
  const was = sectionAt(items, at)
  if (was.encore && !encore) return undefined
  if (was.encore === encore && (before === undefined || before.kind === 'break')) return undefined
  const lines = renamed(items.toSpliced(at, 0, lineOf({ encore, set: 1 })))
  return lines.some((item) => item.kind === 'break' && item.section.set > MOST_SETS)
    ? undefined
    : songsOf(lines)
}

/** Takes a line out: its songs go with those above. */
export function joined(items: readonly Item[], id: string): Song[] {
  return songsOf(renamed(items.filter((item) => item.id !== id)))
}

/** The set or encore that could begin after the last song. */
export function nextSection(songs: readonly Song[], encore: boolean): Section | undefined {
  const last = songs.at(-1)
  if (last === undefined) return encore ? { encore, set: 1 } : undefined
  if (last.encore && !encore) return undefined
  const set = last.encore === encore ? last.set + 1 : 1
  return set > MOST_SETS ? undefined : { encore, set }
}

const lineOf = (section: Section): Item => ({ kind: 'break', id: 'new', section })

function sectionAt(items: readonly Item[], index: number): Section {
  const line = items.slice(0, index).findLast((item) => item.kind === 'break')
  return line?.kind === 'break' ? line.section : FIRST
}

/** Sets come before encores, and each are counted in the order they stand in. */
function renamed(items: readonly Item[]): Item[] {
  const sets = items.filter((item) => item.kind === 'break' && !item.section.encore).length
  let line = 0
  return items.map((item) => {
    if (item.kind === 'song') return item
    line++
    const section = line <= sets ? { encore: false, set: line + 1 } : { encore: true, set: line - sets }
    return { ...item, section }
  })
}
