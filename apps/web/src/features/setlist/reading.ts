import type { NewSong } from './model'
import { FIRST, type Section } from './sections'

const LONGEST_TITLE = 300
const LONGEST_NOTE = 2000
const SEGUE = 'Segues into the next'

const LINE_END = /\r\n|\r|\n/
/** What pages with setlists put between the songs. */
const NOT_A_SONG = /^(?:play video|setlist|set ?list:|edit setlist|.+ setlist at .+)$/i
const NUMBERING = /^(?:#?\d{1,3}\s*[.)\]:]\s+|#?\d{1,3}\s+[-–—]\s+|\d{1,3}\t+|[-–—*•·◦▪]\s+)/
const BARE_NUMBER = /^(\d{1,3})\s+(?=\S)/
const TIME = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}`
const TIME_BEFORE = new RegExp(String.raw`^[([]?${TIME}[)\]]?\s+(?:[-–—]\s+)?(?=\S)`)
const TIME_AFTER = new RegExp(String.raw`(?<=\S)\s+(?:[-–—|]\s*)?[([]?${TIME}[)\]]?$`)
const SEGUE_MARK = /\s*(?:-+>|→|>)\s*/
const BRACKETED = /\s*[([]([^()[\]]+)[)\]]/g

const NUMBERS: Record<string, number> = {
  one: 1,
  i: 1,
  first: 1,
  '1st': 1,
  two: 2,
  ii: 2,
  second: 2,
  '2nd': 2,
  three: 3,
  iii: 3,
  third: 3,
  '3rd': 3,
  four: 4,
  iv: 4,
  fourth: 4,
  '4th': 4,
}
const COUNT = '([1-9]|one|two|three|four|iv|i{1,3})'
const ORDINAL = '(first|second|third|fourth|1st|2nd|3rd|4th)'
const heading = (words: string) => new RegExp(String.raw`^[\W_]*${words}[\W_]*$`, 'i')
const opening = (words: string) => new RegExp(String.raw`^${words}\s*:\s*(\S.*)$`, 'i')

// A lone E may be a title; with a colon or a number it is the encore.
const ENCORE_WORDS = String.raw`(?:encores?|e(?=\W*[:1-9]))(?:\W*${COUNT})?`
const ORDINAL_ENCORE = String.raw`${ORDINAL}\s+encore`
const SET_WORDS = String.raw`set\W*${COUNT}`
const ORDINAL_SET = String.raw`${ORDINAL}\s+set`
const HEADINGS: [words: string, encore: boolean][] = [
  [ENCORE_WORDS, true],
  [ORDINAL_ENCORE, true],
  [SET_WORDS, false],
  [ORDINAL_SET, false],
  ['main(?:\\s+set)?()', false],
]

const COVER = [/^(?:a\s+)?(.+?)\s+cover$/i, /^(?:cover of|originally by|orig\.? by)\s+(.+)$/i]
const GUEST = /^(?:with|w\/|feat\.?|featuring|ft\.?)\s*(.+)$/i
const GUEST_AFTER = /\s+(?:feat\.?|featuring|ft\.?|w\/)\s+(.+)$/i
const TAPE = /^(?:(?:song\s+)?(?:played\s+)?(?:from|on|via)\s+)?tape$/i
const TAPE_BEFORE = /^tape:\s*(?=\S)/i
const NOTE =
  /^(?:(?:semi-?)?acoustic|solo|a ?cappella|instrumental|cover|snippet|partial|abridged|extended|medley|piano|intro|outro|request(?:ed)?|unreleased|new song|jam|aborted|false start|sing-?along|(?:live|tour|world|band) (?:debut|premi[eè]re)|debut|(?:first|last) (?:time|played).*|.+ (?:version|arrangement|snippet|tease|intro|outro|jam|on (?:vocals|guitar|piano|drums|bass|keys)))$/i

/**
 * The songs in a text of one or many lines, as people and websites write them: numbers, bullets and playing times fall
 * away, lines such as "Encore:" and "Set 2:" say where the songs below belong, and what stands in brackets after a
 * title tells of covers, guests, tapes and notes. `begin` is where the first song belongs.
 */
export function readSongs(text: string, begin: Section = FIRST): NewSong[] {
  const songs: NewSong[] = []
  let section: Section = { encore: begin.encore, set: begin.set }
  const lines = unnumbered(text.split(LINE_END).map((line) => line.trim()))
  for (const line of lines) {
    const head = headingIn(line)
    if (head) section = head.section
    const rest = head ? head.rest : line
    if (rest === '') continue
    if (!head && aside(rest, songs.at(-1))) continue
    for (const title of titlesIn(rest, head !== undefined)) songs.push(songIn(title, section))
  }
  return songs
}

/** Lines without numbering, and those that are no songs left out. Bare numbers go only where they count the lines. */
function unnumbered(lines: readonly string[]): string[] {
  const plain = lines.filter((line) => line !== '' && !NOT_A_SONG.test(line)).map(withoutNumbering)
  const songs = plain.filter((line) => !headingIn(line) && !isBracketed(line))
  if (songs.length < 2 || !areCounted(songs)) return plain
  return plain.map((line) => line.replace(BARE_NUMBER, ''))
}

const withoutNumbering = (line: string): string => line.replace(NUMBERING, '').trim() || line
const isBracketed = (line: string): boolean => /^[([][^()[\]]*[)\]]$/.test(line)

function areCounted(lines: readonly string[]): boolean {
  let last = 0
  return lines.every((line) => {
    const number = Number(BARE_NUMBER.exec(line)?.[1])
    const counts = number === last + 1 || number === 1
    last = number
    return counts
  })
}

/** A line that begins a set or an encore, with what stands behind its colon. */
function headingIn(line: string): { section: Section; rest: string } | undefined {
  for (const [words, encore] of HEADINGS) {
    const alone = heading(words).exec(line)
    const found = alone ?? opening(words).exec(line)
    if (found === null) continue
    const set = countIn(found[1])
    return { section: { encore, set }, rest: alone ? '' : (found.at(-1) ?? '') }
  }
  return undefined
}

const countIn = (word = ''): number => NUMBERS[word.toLowerCase()] ?? (Number(word) || 1)

/** One line may hold several songs that flow into each other; behind "Set 1:" they are often listed with commas. */
function titlesIn(line: string, listed: boolean): { text: string; segues: boolean }[] {
  const commas = listed && (line.match(/,\s/g)?.length ?? 0) > 1
  return (commas ? line.split(/,\s+/) : [line]).flatMap((part) => {
    const titles = part.split(SEGUE_MARK)
    return titles.flatMap((text, index) =>
      text.trim() === '' ? [] : [{ text: text.trim(), segues: index < titles.length - 1 }],
    )
  })
}

function songIn({ text, segues }: { text: string; segues: boolean }, section: Section): NewSong {
  const song: NewSong = {
    song_name: '',
    artist_name: null,
    cover_of: null,
    guest: null,
    tape: TAPE_BEFORE.test(text),
    notes: null,
    ...section,
  }
  const timeless = withoutTime(text.replace(TAPE_BEFORE, ''))
  const bare = timeless.replace(BRACKETED, (all, inside: string, at: number) =>
    at > 0 && understood(inside.trim(), song) ? '' : all,
  )
  const guest = GUEST_AFTER.exec(bare)
  if (guest?.[1]) song.guest = cut(guest[1])
  const title = bare
    .replace(GUEST_AFTER, '')
    .replace(/(?<=\S)\s*\*+$/, '')
    .trim()
  song.song_name = cut(unquoted(withoutTime(title)) || text)
  if (segues) note(song, SEGUE)
  return song
}

/** A line that is all in brackets belongs to the song above, if it says something of it. */
function aside(line: string, song: NewSong | undefined): boolean {
  if (song === undefined || !isBracketed(line)) return false
  return understood(line.slice(1, -1).trim(), song)
}

/** Keeps what brackets say of a song; false when they are part of its title. */
function understood(inside: string, song: NewSong): boolean {
  const cover = COVER.map((words) => words.exec(inside)?.[1]).find(Boolean)
  const guest = GUEST.exec(inside)?.[1]
  if (cover) song.cover_of = cut(cover)
  else if (guest) song.guest = cut(guest)
  else if (TAPE.test(inside)) song.tape = true
  else if (NOTE.test(inside)) note(song, inside)
  else return new RegExp(`^${TIME}$`).test(inside)
  return true
}

function note(song: NewSong, text: string): void {
  song.notes = [song.notes, text].filter(Boolean).join(', ').slice(0, LONGEST_NOTE)
}

const withoutTime = (text: string): string => text.replace(TIME_BEFORE, '').replace(TIME_AFTER, '')
const unquoted = (text: string): string => /^["“”'‘](.+)["“”'’]$/.exec(text)?.[1] ?? text
const cut = (text: string): string => text.trim().slice(0, LONGEST_TITLE)
