import type { Estimate } from '@sharemyshows/contract/analysis'
import { SOURCES, sayInfluence, sayReading, sayWeight, weightiest } from '../analysis-words'
import { Explained } from './explained'

type WhyEstimateProps = { about: string; what: string; estimate: Estimate }

/** What an estimate leans on: each reading, which way it led and how far. */
export function WhyEstimate({ about, what, estimate: { source, evidence } }: WhyEstimateProps) {
  return (
    <Explained label="Why" about={`this value of ${about}`}>
      <p>{what}</p>
      {evidence.length > 0 && (
        <ul className="my-2 flex flex-col divide-y divide-line">
          {weightiest(evidence).map((piece) => (
            <li key={piece.label} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-1.5">
              <span>
                <span className="text-ink">{piece.label}</span> {sayReading(piece.reading)}{' '}
                {sayInfluence(piece)}
              </span>
              <span className="self-center tabular-nums">{sayWeight(piece.weight)}</span>
            </li>
          ))}
        </ul>
      )}
      <p>{SOURCES[source]}</p>
    </Explained>
  )
}
