import type { Analysis } from '@sharemyshows/contract/analysis'
import { rowsOf } from '../compare'
import { Panel } from './panel'

type CompareTableProps = { a: Analysis; b: Analysis; names: readonly [string, string] }

/** The measures of both beside each other, with what lies between them. */
export function CompareTable({ a, b, names }: CompareTableProps) {
  const cell = 'px-2 py-2.5 align-baseline first:pl-0 last:pr-0'
  return (
    <Panel title="Measures">
      <table className="w-full table-fixed text-14 tabular-nums">
        <thead>
          <tr className="text-left text-12 text-soft">
            <th scope="col" className={`${cell} font-medium`}>
              <span className="sr-only">Measure</span>
            </th>
            {names.map((name, at) => (
              // two recordings may bear the same name
              // biome-ignore lint/suspicious/noArrayIndexKey: there are two, and which is which is their place
              <th key={at} scope="col" className={`${cell} truncate font-medium`} title={name}>
                <span className={at === 0 ? 'text-cyan' : 'text-magenta'}>{at === 0 ? 'A' : 'B'}</span>
                <span className="sr-only">, {name}</span>
              </th>
            ))}
            <th scope="col" className={`${cell} font-medium`}>
              B against A
            </th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(a, b).map((row) => (
            <tr key={row.label} className="border-line border-t">
              <th scope="row" className={`${cell} text-left font-normal text-soft`}>
                {row.label}
                {row.unit && <span className="block text-12">{row.unit}</span>}
              </th>
              <td className={cell}>{row.a ?? 'Unknown'}</td>
              <td className={cell}>{row.b ?? 'Unknown'}</td>
              <td className={`${cell} text-soft`}>{row.difference ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
