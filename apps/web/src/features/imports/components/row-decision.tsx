import type { ImportRow, RowDecision } from '@sharemyshows/contract/imports'
import { SelectField } from '@/ui/select-field'

type RowDecisionFieldProps = {
  row: ImportRow
  value: RowDecision
  onChange: (decision: RowDecision) => void
}

const LABELS: Record<RowDecision, string> = {
  new: 'Import it',
  match: 'It is this show',
  skip: 'Leave it out',
}

/** What becomes of one row. A duplicate can only stay what it is: the same show is never there twice. */
export function RowDecisionField({ row, value, onChange }: RowDecisionFieldProps) {
  if (row.verdict === 'duplicate') return <span className="text-soft">Stays as it is</span>
  const hasMatch = row.verdict === 'doubtful' && row.match?.show_id != null
  const offered: RowDecision[] = hasMatch ? ['new', 'match', 'skip'] : ['new', 'skip']
  const options = offered.map((decision) => ({
    value: decision,
    label: decision === 'new' && hasMatch ? 'Import as new' : LABELS[decision],
  }))
  return (
    <SelectField
      label={<span className="sr-only">What becomes of line {row.row}</span>}
      className="gap-0"
      options={options}
      value={value}
      onChange={(event) => onChange(event.target.value as RowDecision)}
    />
  )
}
