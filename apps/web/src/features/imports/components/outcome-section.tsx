import type { Import, RowOutcome } from '@sharemyshows/contract/imports'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ChoiceChips } from '@/ui/choice-chips'
import { DataTable } from '@/ui/data-table'
import { PagedList } from '@/ui/paged-list'
import { rowsQuery } from '../api'
import { sayNumber } from '../model'
import { ReadRow } from './read-row'

const OUTCOMES: readonly { outcome: RowOutcome; label: string }[] = [
  { outcome: 'failed', label: 'Could not be taken' },
  { outcome: 'kept', label: 'Stays' },
  { outcome: 'added', label: 'Added' },
  { outcome: 'present', label: 'Was there already' },
  { outcome: 'skipped', label: 'Left out' },
  { outcome: 'undone', label: 'Taken out again' },
]

/** The rows by what became of them. */
export function OutcomeSection({ one }: { one: Import }) {
  const [chosen, setChosen] = useState<RowOutcome>()
  const there = OUTCOMES.filter(({ outcome }) => one.outcomes[outcome] > 0)
  const shown = there.find(({ outcome }) => outcome === chosen) ?? there[0]
  const list = useInfiniteQuery(rowsQuery(one.id, { outcome: shown?.outcome }, one.updated_at))
  if (shown === undefined) return null
  return (
    <section aria-labelledby="rows" className="mt-10">
      <h2 id="rows" className="text-20">
        Row by row
      </h2>
      <ChoiceChips
        label="Which rows"
        className="mt-2 mb-3"
        options={there.map(({ outcome, label }) => ({
          value: outcome,
          label: (
            <>
              {label}
              <span className="tabular-nums">{sayNumber(one.outcomes[outcome])}</span>
            </>
          ),
        }))}
        value={shown.outcome}
        onChange={setChosen}
      />
      <PagedList list={list} loading="Loading rows" empty={null}>
        {(rows) => (
          <DataTable label={shown.label} columns={['Line', 'In the file', 'Understood as']}>
            {rows.map((row) => (
              <ReadRow key={row.row} row={row} />
            ))}
          </DataTable>
        )}
      </PagedList>
    </section>
  )
}
