import type { Analysis } from '@sharemyshows/contract/analysis'
import { memo } from 'react'
import { MEANINGS } from '../analysis-words'
import { ESTIMATES, sayShare } from '../model'
import { ConfidenceRing } from './confidence-ring'
import { Panel } from './panel'
import { WhyEstimate } from './why-estimate'
import './analysis.css'

/** What the engine makes of it where there is no measuring: each value with how sure it is and why. */
export const AnalysisEstimates = memo(function AnalysisEstimates({ analysis }: { analysis: Analysis }) {
  return (
    <Panel title="Estimates">
      <p className="-mt-2 mb-4 max-w-2xl text-14 text-soft">
        Judgements that people would differ about, not measurements. Each says what it leans on.
      </p>
      <ul className="grid gap-x-8 gap-y-2 md:grid-cols-2">
        {ESTIMATES.map(({ name, label }) => {
          const { low, high, what } = MEANINGS[name]
          const estimate = analysis[name]
          return (
            <li key={name}>
              <div className="flex items-baseline justify-between gap-3">
                <h3 className="text-16">{label}</h3>
                <span className="font-bold font-display text-20 tabular-nums">
                  {sayShare(estimate.value)}
                </span>
              </div>
              <div aria-hidden className="mt-1.5 h-2 overflow-hidden rounded-full bg-ink/10">
                <div
                  className="lab-fill h-full rounded-full transition-[width] duration-place"
                  style={{ width: `${estimate.value * 100}%` }}
                />
              </div>
              <div aria-hidden className="mt-1 flex justify-between text-12 text-soft">
                <span>{low}</span>
                <span>{high}</span>
              </div>
              <div className="relative">
                <WhyEstimate about={label.toLowerCase()} what={what} estimate={estimate} />
                <ConfidenceRing confidence={estimate.confidence} className="absolute top-0 right-0 h-11" />
              </div>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
})
