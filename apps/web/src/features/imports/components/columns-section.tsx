import type { Import, ImportColumn, ImportField } from '@sharemyshows/contract/imports'
import { useState } from 'react'
import { DataCell, DataRow, DataTable } from '@/ui/data-table'
import { SelectField } from '@/ui/select-field'
import { changeOf } from '../columns'
import { FIELDS } from '../model'

const MEANINGS = [{ value: '', label: 'Leave it out' }, ...FIELDS]

type ColumnsSectionProps = {
  one: Import
  pending: boolean
  onChange: (mapping: Import['mapping']) => void
}

/** What each column of a table was taken for, with the first cells of it; folded once nothing is missing. */
export function ColumnsSection({ one, pending, onChange }: ColumnsSectionProps) {
  const { columns, missing } = one
  // opened by hand or by a gap, and not shut under the hand that has just filled the gap
  const [open, setOpen] = useState(missing.length > 0)
  const used = columns.filter(({ field }) => field !== null).length
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="group">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
        <h2 className="text-20">What the columns mean</h2>
        <span className="text-14 text-soft">
          {used} of {columns.length} used{' '}
          <span className="underline underline-offset-4 group-open:hidden">Look at them</span>
        </span>
      </summary>
      <div className={pending ? 'opacity-60' : undefined}>
        <DataTable label="Columns of your file" columns={['Column', 'Such as', 'Means']}>
          {columns.map((column) => (
            <ColumnRow
              key={column.name}
              column={column}
              onChange={(field) => onChange(changeOf(column, field))}
            />
          ))}
        </DataTable>
      </div>
    </details>
  )
}

type ColumnRowProps = { column: ImportColumn; onChange: (field: ImportField | null) => void }

function ColumnRow({ column, onChange }: ColumnRowProps) {
  return (
    <DataRow>
      <DataCell as="wide" className="wrap-anywhere font-medium">
        {column.name}
      </DataCell>
      <DataCell className="basis-full text-soft md:max-w-80">
        <span className="wrap-anywhere line-clamp-2">
          {column.samples.filter(Boolean).slice(0, 3).join(' · ') || 'Nothing in it'}
        </span>
      </DataCell>
      <DataCell className="basis-full md:w-56">
        <SelectField
          label={<span className="sr-only">What “{column.name}” means</span>}
          className="gap-0"
          options={MEANINGS}
          value={column.field ?? ''}
          onChange={(event) => onChange((event.target.value || null) as ImportField | null)}
        />
      </DataCell>
    </DataRow>
  )
}
