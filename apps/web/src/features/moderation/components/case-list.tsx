import type { ModerationCase } from '@sharemyshows/contract/moderation'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { EmptyState } from '@/ui/empty-state'
import { PagedList } from '@/ui/paged-list'
import { casesQuery } from '../api'
import { CaseCard } from './case-card'
import { DecisionDialog } from './decision-dialog'

/** What was reported and waits, or what was decided. */
export function CaseList({ state }: { state: 'open' | 'decided' }) {
  const list = useInfiniteQuery(casesQuery(state))
  const [asked, setAsked] = useState<ModerationCase>()
  const [open, setOpen] = useState(false)
  const decide = (found: ModerationCase) => {
    setAsked(found)
    setOpen(true)
  }
  const empty =
    state === 'open' ? (
      <EmptyState icon={<Flag />} title="Nothing waits for you">
        What people report stands here until somebody decides.
      </EmptyState>
    ) : (
      <EmptyState icon={<Flag />} title="Nothing decided yet">
        What was decided is kept here, with its reason.
      </EmptyState>
    )
  return (
    <>
      <PagedList list={list} loading="Loading reports" empty={empty}>
        {(cases) => (
          <ul className="flex flex-col gap-4">
            {cases.map((found) => (
              <li key={found.id}>
                <CaseCard found={found} now={list.dataUpdatedAt} onDecide={() => decide(found)} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {asked && <DecisionDialog key={asked.id} found={asked} open={open} onClose={() => setOpen(false)} />}
    </>
  )
}
