import type { Analysis } from '@sharemyshows/contract/analysis'
import { type Cell, toCsv } from '@/lib/csv'
import { camelotOf, keyOf } from './harmony'
import { ESTIMATES, LABEL_LISTS } from './model'

/** What an analysis can be saved as: all of it, or what fits a table. */
export const EXPORTS = [
  { what: 'json', label: 'Everything, as JSON' },
  { what: 'measures', label: 'Measures, as CSV' },
  { what: 'sections', label: 'Sections and songs, as CSV' },
  { what: 'beats', label: 'Beats, as CSV' },
] as const
export type Export = (typeof EXPORTS)[number]['what']

/** The file to save: its name and what is in it. */
export function fileOf(what: Export, analysis: Analysis, title: string): { name: string; content: Blob } {
  const name = `${slug(title) || 'recording'}-${what === 'json' ? 'analysis.json' : `${what}.csv`}`
  const [text, type] =
    what === 'json'
      ? [`${JSON.stringify(analysis, null, 2)}\n`, 'application/json']
      : [toCsv(TABLES[what](analysis, title).map((row) => row.map(rounded))), 'text/csv;charset=utf-8']
  return { name, content: new Blob([text], { type }) }
}

/** More digits than these are chance. */
const rounded = (cell: Cell): Cell => (typeof cell === 'number' ? Number(cell.toFixed(4)) : cell)

const slug = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)

type Table = (analysis: Analysis, title: string) => Cell[][]

/** One line: names under which a spreadsheet of many recordings can be gathered. */
const measures: Table = (analysis, title) => {
  const { tempo, key } = analysis
  const known = keyOf(key)
  const cells: [string, Cell][] = [
    ['title', title],
    ['audio_id', analysis.audio_id],
    ['engine', `${analysis.engine} ${analysis.version}`],
    ['model', analysis.model],
    ['duration', analysis.duration],
    ['bpm', tempo.bpm],
    ['bpm_confidence', tempo.confidence],
    ['tonic', key.tonic],
    ['mode', key.mode],
    ['camelot', known && camelotOf(known)],
    ['key_confidence', key.confidence],
    ['tuning_cents', key.tuning],
    ['time_signature', analysis.time_signature],
    ['time_signature_confidence', analysis.time_signature_confidence],
    ['loudness_lufs', analysis.loudness_lufs],
    ['loudness_range_lu', analysis.loudness_range],
    ['true_peak_dbtp', analysis.true_peak],
    ['spectral_centroid_hz', analysis.spectral_centroid],
    ['zero_crossing_rate', analysis.zero_crossing_rate],
    ['onset_rate', analysis.onset_rate],
    ...ESTIMATES.flatMap(({ name }): [string, Cell][] => [
      [name, analysis[name].value],
      [`${name}_confidence`, analysis[name].confidence],
    ]),
    ...LABEL_LISTS.map(({ name }): [string, Cell] => [
      name,
      analysis[name].map(({ label, probability }) => `${label} ${rounded(probability)}`).join('; '),
    ]),
    ['description', analysis.description],
    ['analyzed_at', analysis.analyzed_at],
  ]
  return [cells.map(([name]) => name), cells.map(([, cell]) => cell)]
}

const sections: Table = ({ segments, songs }) => [
  ['kind', 'start', 'end', 'confidence'],
  ...songs.map(({ start, end, confidence }, at): Cell[] => [`song ${at + 1}`, start, end, confidence]),
  ...segments.map(({ kind, start, end, confidence }): Cell[] => [kind, start, end, confidence]),
]

const beats: Table = ({ beats: times }) => [
  ['beat', 'seconds'],
  ...times.map((seconds, at): Cell[] => [at + 1, seconds]),
]

const TABLES: Record<Exclude<Export, 'json'>, Table> = { measures, sections, beats }
