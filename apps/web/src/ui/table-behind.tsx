type TableBehindProps = {
  /** What opens it. */
  label?: string
  columns: readonly string[]
  /** The first of each names its row, and no two the same. */
  rows: readonly (readonly string[])[]
  className?: string
}

/** The numbers behind a drawing, for everyone who wants them as such. */
export function TableBehind({ label = 'The same as a table', columns, rows, className }: TableBehindProps) {
  return (
    <details className={className}>
      <summary className="flex min-h-11 w-fit items-center rounded-small px-1 text-14 text-soft underline decoration-edge underline-offset-4 hover:text-ink">
        {label}
      </summary>
      <table className="w-full max-w-sm text-14">
        <thead>
          <tr className="border-line border-b text-left text-soft">
            {columns.map((name) => (
              <th key={name} scope="col" className="py-1.5 pr-4 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...numbers]) => (
            <tr key={name} className="border-line border-b">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {name}
              </th>
              {numbers.map((number, column) => (
                <td key={columns[column + 1]} className="py-1.5 pr-4">
                  {number}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
