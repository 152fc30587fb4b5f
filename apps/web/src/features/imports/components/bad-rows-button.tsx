import type { Import } from '@sharemyshows/contract/imports'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { toCsv } from '@/lib/csv'
import { downloadMade } from '@/lib/download'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { readBadRows } from '../api'

/** Saves the rows that could not be read as a table of the same columns, to be mended and brought again. */
export function BadRowsButton({ one }: { one: Import }) {
  const [pending, setPending] = useState(false)
  const save = async () => {
    setPending(true)
    try {
      const rows = await readBadRows(one.id)
      const names = one.columns.map(({ name }) => name)
      const table = [
        [...names, 'line', 'problem'],
        ...rows.map(({ cells, row, problems }) => [
          ...names.map((_, at) => cells[at] ?? ''),
          row,
          problems.map(({ message }) => message).join(' '),
        ]),
      ]
      downloadMade(new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' }), 'rows-to-mend.csv')
    } catch (error) {
      toast.failed(sayProblem(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <Button variant="ghost" size="small" pending={pending} onClick={save}>
      <Download aria-hidden />
      Save them as a table
    </Button>
  )
}
