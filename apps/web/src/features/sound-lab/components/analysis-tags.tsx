import type { Analysis, Tag } from '@sharemyshows/contract/analysis'
import { memo } from 'react'
import { cn } from '@/lib/cn'
import { CLAIMED, LABEL_LISTS, sayShare } from '../model'
import { Explained } from './explained'
import { Panel } from './panel'
import './analysis.css'

/** Where nothing is claimed, so many of the nearest are named. */
const NEAREST = 3

/** What it sounds like by name, each with its probability; unknown where none reaches a half. */
export const AnalysisTags = memo(function AnalysisTags({ analysis }: { analysis: Analysis }) {
  return (
    <Panel title="Labels">
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 xl:grid-cols-4">
        {LABEL_LISTS.map(({ name, label }) => (
          <LabelList key={name} name={label} tags={analysis[name]} />
        ))}
      </div>
      <p className="mt-4 text-12 text-soft">
        {analysis.model === null
          ? 'Without the tagging model: from the sound’s own measures alone, and less sure for that.'
          : 'Of all labels that are said with 70 %, seven of ten are so. Below 50 % nothing is claimed.'}
      </p>
    </Panel>
  )
})

function LabelList({ name, tags }: { name: string; tags: readonly Tag[] }) {
  const sorted = tags.toSorted((a, b) => b.probability - a.probability)
  const claimed = sorted.filter(({ probability }) => probability >= CLAIMED)
  const others = sorted.slice(claimed.length)
  const nearest = claimed.length === 0 ? others.slice(0, NEAREST) : []
  return (
    <section aria-label={name} className="min-w-0">
      <h3 className="mb-2 text-14 text-soft">{name}</h3>
      {claimed.length === 0 && (
        <p className="mb-2 text-14">
          <span className="font-medium text-16">Unknown</span>
          {nearest.length > 0 && <span className="block text-12 text-soft">Nearest, but not claimed:</span>}
        </p>
      )}
      <Bars tags={claimed.length > 0 ? claimed : nearest} faint={claimed.length === 0} />
      {others.length > nearest.length && (
        <Explained label={`All ${tags.length}`} about={`labels of ${name}`}>
          <Bars tags={others.slice(nearest.length)} faint />
        </Explained>
      )}
    </section>
  )
}

function Bars({ tags, faint }: { tags: readonly Tag[]; faint: boolean }) {
  return (
    <ul className="flex flex-col gap-2">
      {tags.map(({ label, probability }) => (
        <li key={label} className="text-14">
          <span className="flex justify-between gap-3">
            <span className={cn('truncate', faint && 'text-soft')}>{label}</span>
            <span className="shrink-0 text-soft tabular-nums">{sayShare(probability)}</span>
          </span>
          <span aria-hidden className="mt-1 block h-1.5 overflow-hidden rounded-full bg-ink/10">
            <span
              className={cn('block h-full rounded-full', faint ? 'bg-ink/35' : 'lab-fill')}
              style={{ width: `${probability * 100}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}
