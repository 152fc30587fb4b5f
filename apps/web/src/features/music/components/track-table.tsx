import type { Track } from '@sharemyshows/contract/music'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { sayLength } from '@/lib/lengths'
import { DataCell, DataRow, DataTable } from '@/ui/data-table'
import { sayBy, sayHeardLive, sayState, sayTempo } from '../model'
import { SpotifyMark } from './spotify-mark'
import { TrackFeel } from './track-feel'

const COLUMNS = ['Track', 'Feel', 'Tempo', 'Length', 'Played', ''] as const

type TrackTableProps = {
  tracks: readonly Track[]
  /** A button to play it. */
  play: (track: Track) => ReactNode
  /** What can be done with it. */
  menu: (track: Track) => ReactNode
}

/** My tracks: a table on wide screens, cards on phones. */
export function TrackTable({ tracks, play, menu }: TrackTableProps) {
  return (
    <DataTable label="My tracks" columns={COLUMNS}>
      {tracks.map((track) => (
        <Row key={track.id} track={track} play={play} menu={menu} />
      ))}
    </DataTable>
  )
}

// a card says it below the title
const CELL = 'max-md:hidden whitespace-nowrap tabular-nums'

function Row({ track, play, menu }: Omit<TrackTableProps, 'tracks'> & { track: Track }) {
  const { features, duration, plays } = track
  return (
    <DataRow>
      <DataCell as="wide" className="md:w-full md:max-w-0">
        <div className="flex items-center gap-3">
          {play(track)}
          <div className="min-w-0 flex-1">
            <TrackWords track={track} />
            <Figures track={track} />
          </div>
        </div>
      </DataCell>
      <DataCell className={CELL}>
        <TrackFeel features={features} />
      </DataCell>
      <DataCell className={CELL}>{features.tempo !== null && sayTempo(features.tempo)}</DataCell>
      <DataCell className={cn(CELL, 'text-soft')}>{duration !== null && sayLength(duration)}</DataCell>
      <DataCell className={cn(CELL, 'text-soft')}>
        {plays > 0 && (plays === 1 ? 'once' : `${plays} times`)}
      </DataCell>
      <DataCell as="deeds">{menu(track)}</DataCell>
    </DataRow>
  )
}

/** What the columns say, on a card. */
function Figures({ track: { features, duration } }: { track: Track }) {
  return (
    <div className="mt-1.5 flex items-center gap-4 text-12 text-soft tabular-nums md:hidden">
      <TrackFeel features={features} />
      <span>
        {features.tempo !== null && <span className="block">{sayTempo(features.tempo)}</span>}
        {duration !== null && <span className="block">{sayLength(duration)}</span>}
      </span>
    </div>
  )
}

type TrackWordsProps = {
  track: Track
  /** Without where it was heard and how it stands. */
  brief?: boolean
}

/** What it is called, whose it is, where it was heard, and why it has no place among the moods where it has none. */
export function TrackWords({ track, brief = false }: TrackWordsProps) {
  const { name } = track
  const live = brief ? null : track.heard_live
  const by = sayBy(track)
  const state = brief ? null : sayState(track)
  const heard = sayHeardLive(track)
  return (
    <div className="min-w-0">
      <p className="truncate font-medium text-16" title={name}>
        {name}
      </p>
      <p className="flex min-w-0 flex-wrap items-center gap-x-2 text-14 text-soft">
        <span className="flex min-w-0 max-w-full items-baseline gap-x-2">
          {by && (
            <span className="min-w-0 truncate" title={by}>
              {by}
            </span>
          )}
          <SpotifyMark track={track} />
        </span>
        {live && (
          <Link
            to="/shows/$showId"
            params={{ showId: live.show_id }}
            aria-label={`${heard}: ${live.artist_name}`}
            className="shrink-0 text-12 underline decoration-edge underline-offset-4 hover:text-ink"
          >
            {heard}
          </Link>
        )}
        {state && <span className="shrink-0 text-12">{state}</span>}
      </p>
    </div>
  )
}
