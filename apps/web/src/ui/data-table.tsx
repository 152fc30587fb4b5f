import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

type DataTableProps = {
  /** What it lists, for screen readers. */
  label: string
  /** Heads of the columns; the last may be '' where the deeds are. */
  columns: readonly string[]
  children: ReactNode
}

/** A table on wide screens; on phones its rows are cards under each other. */
export function DataTable({ label, columns, children }: DataTableProps) {
  return (
    <table aria-label={label} className="block w-full text-14 md:table">
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr className="md:border-line md:border-b">
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className="px-3 py-2 text-left font-medium text-12 text-soft first:pl-0"
            >
              {column || <span className="sr-only">Actions</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">{children}</tbody>
    </table>
  )
}

/** One thing of the table. */
export function DataRow({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <tr
      className={cn(
        'relative flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-3 last:border-b-0 md:table-row md:py-0',
        className,
      )}
    >
      {children}
    </tr>
  )
}

/** What is said of it in one column; `wide` takes the card's whole width, `deeds` its upper right corner. */
export function DataCell({
  children,
  as = 'plain',
  className,
}: {
  children: ReactNode
  as?: 'plain' | 'wide' | 'deeds'
  className?: string
}) {
  return (
    <td
      className={cn(
        'block min-w-0 md:table-cell md:border-line md:border-b md:px-3 md:py-2.5 md:align-middle md:first:pl-0',
        as === 'wide' && 'basis-full pr-12 md:pr-3',
        as === 'deeds' && 'absolute top-2 right-0 md:static md:w-px md:pr-0 md:text-right',
        className,
      )}
    >
      {children}
    </td>
  )
}
