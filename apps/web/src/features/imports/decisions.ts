import type { Import, ImportRow, RowDecision } from '@sharemyshows/contract/imports'
import { useCallback, useState } from 'react'
import { keep, readKept } from '@/lib/kept'

/** What was decided of a row, and by how much that changes the number of shows that are added. */
type Decided = { decision: RowDecision; shift: number }
/** By the numbers of rows. */
export type Decisions = Readonly<Record<string, Decided>>

const adds = ({ match }: Pick<ImportRow, 'match'>, decision: RowDecision): number => {
  if (decision === 'skip') return 0
  return decision === 'match' && match?.mine ? 0 : 1
}

/** What becomes of a row when nobody decides. */
export const byDefault = ({ verdict }: Pick<ImportRow, 'verdict'>): RowDecision =>
  verdict === 'duplicate' || verdict === 'bad' ? 'skip' : 'new'

/** The decisions with one more, or with one taken back to what would be done anyway. */
export function decide(decisions: Decisions, row: ImportRow, decision: RowDecision): Decisions {
  const { [row.row]: _, ...others } = decisions
  const otherwise = byDefault(row)
  if (decision === otherwise) return others
  return { ...others, [row.row]: { decision, shift: adds(row, decision) - adds(row, otherwise) } }
}

/** How many shows are added. */
export const addedBy = (decisions: Decisions, { ok, doubtful }: Import['rows']): number =>
  Object.values(decisions).reduce((sum, { shift }) => sum + shift, ok + doubtful)

/** As the server takes them. */
export const spoken = (decisions: Decisions): Record<string, RowDecision> =>
  Object.fromEntries(Object.entries(decisions).map(([row, { decision }]) => [row, decision]))

const shelfOf = (importId: string) => `import-${importId}`

/** What I decided of an import's rows; kept on this device until it is confirmed, for hundreds take a while. */
export function useDecisions(importId: string) {
  const [decisions, setDecisions] = useState<Decisions>(() => readDecisions(importId))
  const put = useCallback(
    (row: ImportRow, decision: RowDecision) =>
      setDecisions((before) => {
        const after = decide(before, row, decision)
        keep(shelfOf(importId), Object.keys(after).length > 0 ? JSON.stringify(after) : '')
        return after
      }),
    [importId],
  )
  return { decisions, put }
}

function readDecisions(importId: string): Decisions {
  try {
    return JSON.parse(readKept(shelfOf(importId)) ?? '{}')
  } catch {
    return {}
  }
}

export const forgetDecisions = (importId: string): void => keep(shelfOf(importId), '')
