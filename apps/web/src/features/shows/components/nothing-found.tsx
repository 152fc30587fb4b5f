import { TicketX } from 'lucide-react'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { type DiarySearch, isNarrowed } from '../filter'

type NothingFoundProps = { search: DiarySearch; onChange: (search: DiarySearch) => void }

/** No show fits, and the way out of it. */
export function NothingFound({ search, onChange }: NothingFoundProps) {
  if (!isNarrowed(search)) {
    return (
      <EmptyState icon={<TicketX />} title="Nobody has shared a show yet">
        Shows that others let you see will be here.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<TicketX />}
      title="No show fits"
      action={
        <Button onClick={() => onChange({ scope: search.scope, view: search.view })}>
          Clear the filters
        </Button>
      }
    >
      Nothing in {search.scope === 'all' ? 'what you may see' : 'your diary'} matches all of this at once.
    </EmptyState>
  )
}
