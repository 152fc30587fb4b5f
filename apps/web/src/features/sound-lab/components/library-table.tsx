import type { LibraryItem } from '@sharemyshows/contract/audio-library'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { sayLength } from '@/lib/lengths'
import { titleOf } from '@/lib/media-words'
import { DataCell, DataRow, DataTable } from '@/ui/data-table'
import { camelotOf, keyOf, sayKey } from '../harmony'
import { isAtWork, sayLoudness, sayNumber, sayShare, sayStatus } from '../model'
import { LabelList } from './findings'

const COLUMNS = ['Recording', 'Tempo', 'Key', 'Length', 'Energy', 'Loudness', ''] as const
/** Energy and loudness, where the table is too narrow for them. */
const NARROW = 'md:max-lg:[&_:is(th,td):nth-child(5)]:hidden md:max-lg:[&_:is(th,td):nth-child(6)]:hidden'
const MOST_LABELS = 2

export type RowParts = {
  /** A button to play it. */
  play: (item: LibraryItem) => ReactNode
  /** What can be done with it. */
  menu: (item: LibraryItem) => ReactNode
}

type LibraryTableProps = RowParts & {
  items: readonly LibraryItem[]
  /** Those that are to be compared. */
  chosen: readonly string[]
  onChoose: (id: string) => void
}

/** The library: a table on wide screens, cards on phones. */
export function LibraryTable({ items, chosen, ...rest }: LibraryTableProps) {
  return (
    <div className={NARROW}>
      <DataTable label="My recordings" columns={COLUMNS}>
        {items.map((item) => (
          <Row key={item.audio.id} item={item} chosen={chosen.includes(item.audio.id)} {...rest} />
        ))}
      </DataTable>
    </div>
  )
}

type RowProps = RowParts & { item: LibraryItem; chosen: boolean; onChoose: (id: string) => void }

function Row({ item, chosen, onChoose, play, menu }: RowProps) {
  const { audio, bpm, energy, loudness_lufs, labels } = item
  const key = keyOf(item)
  const title = titleOf(audio)
  // an empty cell would take up a card's room
  const found = 'max-md:empty:hidden'
  const number = cn(found, 'whitespace-nowrap tabular-nums')
  return (
    <DataRow className={cn('transition-colors duration-place', chosen && 'bg-accent/8')}>
      <DataCell as="wide" className="md:w-full md:max-w-0 md:pl-2!">
        <div className="flex items-center gap-3">
          <label className="-mx-3 flex size-11 shrink-0 cursor-pointer items-center justify-center">
            <span className="sr-only">Compare {title}</span>
            <input
              type="checkbox"
              checked={chosen}
              onChange={() => onChoose(audio.id)}
              className="size-5 accent-(--accent-fill)"
            />
          </label>
          {play(item)}
          <div className="min-w-0">
            <Link
              to="/sound-lab/$audioId"
              params={{ audioId: audio.id }}
              className="block truncate font-medium text-16 hover:text-accent"
              title={title}
            >
              {title}
            </Link>
            <Under item={item} />
            {labels.length > 0 && <LabelList labels={labels} most={MOST_LABELS} />}
          </div>
        </div>
      </DataCell>
      <DataCell className={number}>{bpm !== null && <Unit value={sayNumber(bpm)} unit="bpm" />}</DataCell>
      <DataCell className={cn(found, 'whitespace-nowrap')}>
        {key && <Unit value={sayKey(key)} unit={camelotOf(key)} />}
      </DataCell>
      <DataCell className={cn(number, 'text-soft')}>
        {audio.duration !== null && sayLength(audio.duration)}
      </DataCell>
      <DataCell className={number}>{energy !== null && <Energy value={energy} />}</DataCell>
      <DataCell className={cn(number, 'text-soft')}>
        {loudness_lufs !== null && sayLoudness(loudness_lufs)}
      </DataCell>
      <DataCell as="deeds">{menu(item)}</DataCell>
    </DataRow>
  )
}

/** Under the title: who plays, or how far the analysis is while there is none. */
function Under({ item: { audio, analysis } }: { item: LibraryItem }) {
  const { state } = analysis
  if (audio.state === 'failed' || state === 'failed') {
    return <p className="line-clamp-2 text-12 text-danger">{audio.failure ?? sayStatus(analysis)}</p>
  }
  if (isAtWork(analysis) || state !== 'done') {
    const words = audio.state === 'processing' ? 'Being prepared' : sayStatus(analysis)
    return <p className="truncate text-12 text-soft tabular-nums">{words}</p>
  }
  const words = [audio.tags?.artist, audio.tags?.album].filter(Boolean).join(' · ')
  return words ? <p className="truncate text-12 text-soft">{words}</p> : null
}

const Unit = ({ value, unit }: { value: string; unit: string }) => (
  <>
    <span className="font-display font-semibold text-16">{value}</span>{' '}
    <span className="text-12 text-soft">{unit}</span>
  </>
)

/** How much energy is in it: a bar, and the number for those who want it. */
function Energy({ value }: { value: number }) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="h-1.5 w-12 overflow-hidden rounded-full bg-ink/12">
        <span
          className="block h-full rounded-full bg-linear-to-r from-primary to-magenta"
          style={{ width: `${value * 100}%` }}
        />
      </span>
      <span className="text-12 text-soft">
        <span className="md:sr-only">Energy </span>
        {sayShare(value)}
      </span>
    </span>
  )
}
