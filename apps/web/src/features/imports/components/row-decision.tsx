import type { ImportRow, RowDecision } from '@sharemyshows/contract/imports'
import { CheckField } from '@/ui/check-field'
import { SelectField } from '@/ui/select-field'

type RowDecisionFieldProps = {
  row: ImportRow
  value: RowDecision
  onChange: (decision: RowDecision) => void
}

const OPTIONS: readonly { value: RowDecision; label: string }[] = [
  { value: 'new', label: 'Import as new' },
  { value: 'match', label: 'It is this show' },
  { value: 'skip', label: 'Leave it out' },
]

/** What becomes of one row. A duplicate can only stay what it is: the same show is never there twice. */
export function RowDecisionField({ row, value, onChange }: RowDecisionFieldProps) {
  if (row.verdict === 'duplicate') return <span className="text-soft">Stays as it is</span>
  if (row.verdict === 'doubtful' && row.match?.show_id != null) {
    return (
      <SelectField
        label={<span className="sr-only">What becomes of line {row.row}</span>}
        className="gap-0"
        options={OPTIONS}
        value={value}
        onChange={(event) => onChange(event.target.value as RowDecision)}
      />
    )
  }
  return (
    <CheckField
      label="Import it"
      aria-label={`Import it: line ${row.row}`}
      className="md:-mt-2.5"
      checked={value !== 'skip'}
      onChange={(event) => onChange(event.target.checked ? 'new' : 'skip')}
    />
  )
}
