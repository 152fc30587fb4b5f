import type { Estimate } from '@sharemyshows/contract/analysis'
import { SOURCES, sayInfluence, sayWeight, weightiest } from '../analysis-words'
import { sayNumber } from '../model'
import { Explained } from './explained'

type WhyEstimateProps = { about: string; what: string; estimate: Estimate }

/** A reading of a hundred and more has no use for its digits, one below one has for two of them. */
const sayReading = (reading: number): string =>
  Math.abs(reading) < 1 ? reading.toFixed(2).replace('-', '−') : sayNumber(reading)

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
