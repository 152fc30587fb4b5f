import type { Import, ImportRow, RowDecision, RowVerdict } from '@sharemyshows/contract/imports'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ChoiceChips } from '@/ui/choice-chips'
import { DataTable } from '@/ui/data-table'
import { PagedList } from '@/ui/paged-list'
import { rowsQuery } from '../api'
import { byDefault, type Decisions } from '../decisions'
import { sayNumber } from '../model'
import { BadRowsButton } from './bad-rows-button'
import { ReadRow } from './read-row'
import { RowDecisionField } from './row-decision'

const VERDICTS: readonly { verdict: RowVerdict; label: string }[] = [
  { verdict: 'doubtful', label: 'To look at' },
  { verdict: 'bad', label: 'Cannot be read' },
  { verdict: 'duplicate', label: 'You have already' },
  { verdict: 'ok', label: 'New' },
]

type RowsSectionProps = {
  one: Import
  decisions: Decisions
  onDecide: (row: ImportRow, decision: RowDecision) => void
}

/** The rows by what was made of them, what needs a look first. */
export function RowsSection({ one, decisions, onDecide }: RowsSectionProps) {
  const [chosen, setChosen] = useState<RowVerdict>()
  const there = VERDICTS.filter(({ verdict }) => one.rows[verdict] > 0)
  const shown = there.find(({ verdict }) => verdict === chosen) ?? there[0]
  const list = useInfiniteQuery(rowsQuery(one.id, { verdict: shown?.verdict }, one.updated_at))
  if (shown === undefined) return null
  return (
    <section aria-labelledby="rows">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="rows" className="text-20">
          Row by row
        </h2>
        {shown.verdict === 'bad' && <BadRowsButton one={one} />}
      </header>
      <ChoiceChips
        label="Which rows"
        className="mt-2 mb-3"
        options={there.map(({ verdict, label }) => ({
          value: verdict,
          label: (
            <>
              {label}
              <span className="tabular-nums">{sayNumber(one.rows[verdict])}</span>
            </>
          ),
        }))}
        value={shown.verdict}
        onChange={setChosen}
      />
      <PagedList list={list} loading="Loading rows" empty={null}>
        {(rows) => (
          <DataTable
            label={shown.label}
            columns={[
              'Line',
              'In the file',
              'Understood as',
              ...(shown.verdict === 'bad' ? [] : ['What becomes of it']),
            ]}
          >
            {rows.map((row) => (
              <ReadRow key={row.row} row={row}>
                {row.entry && row.verdict !== 'bad' && (
                  <RowDecisionField
                    row={row}
                    value={decisions[row.row]?.decision ?? byDefault(row)}
                    onChange={(decision) => onDecide(row, decision)}
                  />
                )}
              </ReadRow>
            ))}
          </DataTable>
        )}
      </PagedList>
    </section>
  )
}
