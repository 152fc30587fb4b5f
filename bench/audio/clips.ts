import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../tools/programs.ts'

/** A recording with what people know of it; fields are empty where they do not. */
export type Clip = {
  id: string
  /** Where it comes from, which is what it sounds like. */
  group: string
  path: string
  bpm: number | null
  /** "A:min", "Db:maj". */
  key: string
  meter: string
  genre: string
  feel: string
  instruments: string
  /** What a recording of one sound is. */
  soundClass: string
}

/** The labelled clips in AUDIO_DATA, which lies beside the repository otherwise. */
export function readClips(): Clip[] {
  const folder = path.resolve(root, process.env.AUDIO_DATA ?? '../shared/data/audio')
  const table = path.join(folder, 'truth.csv')
  if (!existsSync(table)) throw new Error(`AUDIO_DATA: there is no truth.csv in ${folder}`)
  const [names = [], ...rows] = parseCsv(readFileSync(table, 'utf8'))
  return rows.map((row) => {
    const cell = (name: string) => row[names.indexOf(name)] ?? ''
    return {
      id: cell('id'),
      group: cell('group'),
      path: path.join(folder, cell('file')),
      bpm: cell('bpm') === '' ? null : Number(cell('bpm')),
      key: cell('key'),
      meter: cell('meter'),
      genre: cell('genre'),
      feel: cell('feel'),
      instruments: cell('instruments'),
      soundClass: cell('sound_class'),
    }
  })
}

/** Rows of cells (RFC 4180), without empty lines. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end === ',') continue
    if (row.some((cell) => cell !== '')) rows.push(row)
    row = []
  }
  return rows
}
