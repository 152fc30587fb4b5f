import type { ModerationCase } from '@sharemyshows/contract/moderation'
import { Link } from '@tanstack/react-router'
import { sayAgo } from '@/lib/dates'
import { Avatar } from '@/ui/avatar'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { DECIDED, sayReason, sayTarget } from '../words'

type CaseCardProps = { found: ModerationCase; now: number; onDecide: () => void }

const nameOf = ({ display_name, username }: { display_name: string | null; username: string }) =>
  display_name ?? username

/** One thing that was reported: what it says, whose it is, who reported it and why, and what was decided. */
export function CaseCard({ found, now, onDecide }: CaseCardProps) {
  const { target, excerpt, thumbnail, exists, reports, state, created_at } = found
  const label = `${sayTarget(target)}${found.person ? ` of ${nameOf(found.person)}` : ''}`
  return (
    <article aria-label={label} className="rounded-card bg-surface p-4 sm:p-5">
      <header className="flex flex-wrap items-center gap-2">
        <Badge>{sayTarget(target)}</Badge>
        {!exists && <Badge tone="warning">Gone</Badge>}
        {found.action && (
          <Badge tone={found.action === 'dismiss' ? 'plain' : 'danger'}>{DECIDED[found.action]}</Badge>
        )}
        <span className="ml-auto text-12 text-soft">
          {reports.length === 1 ? 'One report' : `${reports.length} reports`} · {sayAgo(created_at, now)}
        </span>
      </header>
      <div className="mt-4 flex gap-4">
        {thumbnail &&
          (target === 'person' ? (
            <Avatar name={found.person ? nameOf(found.person) : ''} src={thumbnail} size={72} />
          ) : (
            <img src={thumbnail} alt="" className="size-24 shrink-0 rounded-control bg-raised object-cover" />
          ))}
        <div className="min-w-0 flex-1">
          {excerpt === '' ? (
            <p className="text-14 text-soft italic">It has no words.</p>
          ) : (
            <blockquote dir="auto" className="wrap-anywhere whitespace-pre-wrap text-16">
              {excerpt}
            </blockquote>
          )}
          <Whose found={found} />
        </div>
      </div>
      <Reports reports={reports} now={now} />
      {state === 'open' ? (
        <Button
          variant="inverse"
          className="mt-4 max-sm:w-full"
          aria-label={`Decide about: ${label}`}
          onClick={onDecide}
        >
          Decide
        </Button>
      ) : (
        <Decision found={found} now={now} />
      )}
    </article>
  )
}

function Whose({ found: { person, target, target_id, show_id, exists } }: { found: ModerationCase }) {
  const showId = target === 'show' ? target_id : show_id
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-14 text-soft">
      {person ? (
        <Link
          to="/profile/$username"
          params={{ username: person.username }}
          className="wrap-anywhere py-1 hover:text-ink hover:underline"
        >
          {nameOf(person)}
        </Link>
      ) : (
        <span>No owner</span>
      )}
      {person?.suspended && <Badge tone="danger">Suspended</Badge>}
      {showId !== null && (exists || target !== 'show') && (
        <Link to="/shows/$showId" params={{ showId }} className="py-1 hover:text-ink hover:underline">
          Open the show
        </Link>
      )}
    </p>
  )
}

function Reports({ reports, now }: { reports: ModerationCase['reports']; now: number }) {
  return (
    <ul aria-label="Reports" className="mt-4 divide-y divide-line border-line border-t">
      {reports.map((report) => (
        <li key={`${report.reporter?.id} ${report.created_at}`} className="py-2.5 text-14">
          <span className="font-medium">{sayReason(report.reason)}</span>
          <span className="text-12 text-soft">
            {' · '}
            {report.reporter ? nameOf(report.reporter) : 'somebody who is gone'},{' '}
            {sayAgo(report.created_at, now)}
          </span>
          {report.note && (
            <p dir="auto" className="wrap-anywhere whitespace-pre-line text-soft">
              {report.note}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Decision({
  found: { decision, decided_by, decided_at },
  now,
}: {
  found: ModerationCase
  now: number
}) {
  return (
    <div className="mt-2 border-line border-t pt-3 text-14">
      {decision && (
        <p dir="auto" className="wrap-anywhere whitespace-pre-line">
          {decision}
        </p>
      )}
      <p className="text-12 text-soft">
        {decided_by ? nameOf(decided_by) : 'Somebody who is gone'}
        {decided_at && `, ${sayAgo(decided_at, now)}`}
      </p>
    </div>
  )
}
