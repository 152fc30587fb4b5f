/**
 * `npm run bench:audio [parts…]` holds the audio engine against what people say of the labelled clips in AUDIO_DATA
 * (../shared/data/audio otherwise): a table, then one JSON line a figure. Parts: tempo, meter, key, loudness, tags, speed; all of
 * them without any. The first four alone take a fraction of the time. `--wrong` names the clips of tempo, meter and key that
 * were missed.
 */
import { parseArgs } from 'node:util'
import type { Analysis } from '@sharemyshows/audio/analysis'
import { readClips } from './audio/clips.ts'
import {
  type Figure,
  type Heard,
  keyFigures,
  meterFigures,
  tagFigures,
  tempoFigures,
} from './audio/figures.ts'
import { type Alone, hearAll, hearAlone } from './audio/hear.ts'
import { loudnessFigures } from './audio/loudness.ts'
import { missed } from './audio/missed.ts'
import { speedFigures } from './audio/speed.ts'

const PARTS = ['tempo', 'meter', 'key', 'loudness', 'tags', 'speed'] as const
const MEASURES: Record<string, Alone> = {
  tempo: 'rhythm',
  meter: 'rhythm',
  key: 'tonality',
  loudness: 'loudness',
}

const { values, positionals } = parseArgs({
  options: { wrong: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const strange = positionals.filter((part) => !PARTS.some((known) => known === part))
if (strange.length > 0) throw new Error(`no part ${strange.join(', ')}; there are ${PARTS.join(', ')}`)
const wants = (part: (typeof PARTS)[number]) => positionals.length === 0 || positionals.includes(part)

const clips = readClips()
const whole = wants('tags') ? await hearAll(clips) : []
const heard: Heard<Partial<Analysis>>[] = whole.length > 0 ? whole : await hearSome()
const figures: Figure[] = [
  ...(wants('tempo') ? tempoFigures(heard) : []),
  ...(wants('meter') ? meterFigures(heard) : []),
  ...(wants('key') ? keyFigures(heard) : []),
  ...(wants('loudness') ? await loudnessFigures(heard) : []),
  ...(wants('tags') ? tagFigures(whole) : []),
  ...(wants('speed') ? await speedFigures(clips.filter(({ group }) => group === 'km')) : []),
]
if (values.wrong) for (const line of missed(heard)) console.log(line)
console.log(table(figures))
for (const figure of figures) console.log(JSON.stringify(figure))

function hearSome() {
  const measures = new Set(positionals.flatMap((part) => MEASURES[part] ?? []))
  const known = clips.filter(
    ({ bpm, meter, key }) =>
      wants('loudness') ||
      (wants('tempo') && bpm !== null) ||
      (wants('meter') && meter !== '') ||
      (wants('key') && key !== ''),
  )
  return measures.size === 0 ? [] : hearAlone(known, measures)
}

function table(all: readonly Figure[]): string {
  const rows = all.map(({ name, group, value, unit, clips: of }) => {
    const digits = unit === 'AUC' || unit === 'LU' ? 3 : 1
    return [name, group, value === null ? 'none' : value.toFixed(digits), unit, String(of)]
  })
  const lines = [['figure', 'clips of', 'value', 'unit', 'clips'], ...rows]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const cell = (text: string, column: number) =>
    column === 2 || column === 4 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)
  return lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n')
}
