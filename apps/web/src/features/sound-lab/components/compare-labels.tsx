import type { Analysis } from '@sharemyshows/contract/analysis'
import { labelsOf } from '../compare'
import { LabelList } from './findings'
import { Panel } from './panel'

/** What is heard in both, and in one alone. */
export function CompareLabels({ a, b }: { a: Analysis; b: Analysis }) {
  const { shared, onlyA, onlyB } = labelsOf(a, b)
  return (
    <Panel title="What is heard">
      <dl className="grid gap-5 sm:grid-cols-3">
        <Part title="In both" labels={shared} />
        <Part title="In A alone" labels={onlyA} />
        <Part title="In B alone" labels={onlyB} />
      </dl>
    </Panel>
  )
}

function Part({ title, labels }: { title: string; labels: readonly string[] }) {
  return (
    <div>
      <dt className="mb-2 text-14 text-soft">{title}</dt>
      <dd className="text-14">
        {labels.length > 0 ? <LabelList labels={labels} most={labels.length} /> : 'Nothing that is certain'}
      </dd>
    </div>
  )
}
