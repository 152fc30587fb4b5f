import type { ImportRow } from '@sharemyshows/contract/imports'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sayShortDate } from '@/lib/dates'
import { DataCell, DataRow } from '@/ui/data-table'

type ReadRowProps = {
  row: ImportRow
  /** What becomes or became of it. */
  children?: ReactNode
}

/** One row: the cells as they stand in the file beside what was understood, and what there is to say of it. */
export function ReadRow({ row, children }: ReadRowProps) {
  const { cells, entry, problems, match } = row
  return (
    <DataRow className="md:align-top">
      <DataCell className="text-12 text-soft tabular-nums md:w-14 md:align-top">
        <span className="md:sr-only">Line </span>
        {row.row}
      </DataCell>
      <DataCell className="wrap-anywhere basis-full text-soft md:w-2/5 md:align-top">
        {cells.filter(Boolean).join(' · ') || 'Nothing'}
      </DataCell>
      <DataCell className="basis-full md:align-top">
        {entry && <Entry row={row} entry={entry} />}
        {problems.map(({ field, message }) => (
          <span key={`${field} ${message}`} className="wrap-anywhere block text-14 text-warning">
            {message}
          </span>
        ))}
        {match && <Match match={match} />}
      </DataCell>
      {children && <DataCell className="basis-full md:w-52 md:align-top">{children}</DataCell>}
    </DataRow>
  )
}

function Entry({ row, entry }: { row: ImportRow; entry: NonNullable<ImportRow['entry']> }) {
  const names = [entry.artist_name, ...entry.support].join(', ')
  const place = [entry.venue_name, entry.venue_city].filter(Boolean).join(', ')
  return (
    <>
      <span className="wrap-anywhere block font-medium">
        {row.show_id ? (
          <Link to="/shows/$showId" params={{ showId: row.show_id }} className="hover:underline">
            {names}
          </Link>
        ) : (
          names
        )}
      </span>
      <span className="wrap-anywhere block text-soft tabular-nums">
        {sayShortDate(entry.show_date)}
        {entry.show_time && ` · ${entry.show_time.slice(0, 5)}`} · {place}
      </span>
    </>
  )
}

function Match({ match }: { match: NonNullable<ImportRow['match']> }) {
  if (match.row !== null) {
    return <span className="block text-14 text-soft">The same stands on line {match.row}.</span>
  }
  if (match.show_id === null) return null
  return (
    <span className="wrap-anywhere block text-14 text-soft">
      {match.mine ? 'In your diary: ' : 'Somebody logged: '}
      <Link
        to="/shows/$showId"
        params={{ showId: match.show_id }}
        target="_blank"
        className="underline underline-offset-2 hover:text-ink"
      >
        {match.artist_name} at {match.venue_name}, {sayShortDate(match.show_date)}
      </Link>
    </span>
  )
}
