import { Link } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { Button, buttonStyles } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'

type NothingFoundProps = {
  q: string | undefined
  /** Only one kind was looked for: looks for everything. */
  onEverything?: (() => void) | undefined
  /** Somebody who can add the show herself. */
  member: boolean
}

/** Nothing is called so, and what to do about it. */
export function NothingFound({ q, onEverything, member }: NothingFoundProps) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={q ? `Nothing found for “${q.length > 60 ? `${q.slice(0, 60)}…` : q}”` : 'Nothing found'}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {onEverything && <Button onClick={onEverything}>Look everywhere</Button>}
          {member && (
            <Link to="/shows/create" className={buttonStyles({ variant: 'inverse' })}>
              Add this show
            </Link>
          )}
        </div>
      }
    >
      Try fewer words. An artist, a venue, a town or a year is enough.
    </EmptyState>
  )
}
