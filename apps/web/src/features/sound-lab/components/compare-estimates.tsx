import type { Analysis } from '@sharemyshows/contract/analysis'
import { ESTIMATES, sayShare } from '../model'
import { Panel } from './panel'

/** The estimates of both as pairs of bars. */
export function CompareEstimates({ a, b }: { a: Analysis; b: Analysis }) {
  return (
    <Panel title="Estimates">
      <dl className="flex flex-col gap-4">
        {ESTIMATES.map(({ name, label }) => (
          <div key={name} className="grid grid-cols-[8rem_minmax(0,1fr)] items-center gap-3 text-14">
            <dt className="text-soft">{label}</dt>
            <dd className="flex flex-col gap-1">
              <Bar of="A" value={a[name].value} className="bg-cyan" />
              <Bar of="B" value={b[name].value} className="bg-magenta" />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Bar({ of, value, className }: { of: 'A' | 'B'; value: number; className: string }) {
  return (
    <span className="flex items-center gap-2 text-12 tabular-nums">
      <span className="w-3 text-soft">{of}</span>
      <span aria-hidden className="h-2 flex-1 overflow-hidden rounded-full bg-ink/10">
        <span
          className={`block h-full rounded-full transition-[width] duration-place ${className}`}
          style={{ width: `${value * 100}%` }}
        />
      </span>
      <span className="w-11 text-right">{sayShare(value)}</span>
    </span>
  )
}
