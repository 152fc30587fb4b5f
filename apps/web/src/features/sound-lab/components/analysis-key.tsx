import type { Analysis } from '@sharemyshows/contract/analysis'
import { memo } from 'react'
import { sayTuning } from '../analysis-words'
import { camelotOf, isSameKey, keyOf, type MusicalKey, mixableWith, sayKey } from '../harmony'
import { sayShare } from '../model'
import { WHEEL } from '../wheel'
import { ConfidenceRing } from './confidence-ring'
import { Explained } from './explained'
import { type KeyMark, KeyWheel } from './key-wheel'
import { Panel } from './panel'

const MIDDLE = WHEEL / 2
/** What is less likely is left out. */
const WORTH_A_WORD = 0.05

/** The key on the circle of fifths, what it might be instead, and what mixes well with it. */
export const AnalysisKey = memo(function AnalysisKey({ of }: { of: Analysis['key'] }) {
  const key = keyOf(of)
  if (key === null) {
    return (
      <Panel title="Key">
        <p className="text-14 text-soft">Unknown: nothing in it holds a pitch for long enough.</p>
      </Panel>
    )
  }
  const near = mixableWith(key)
  const maybe = of.alternatives
    .filter((other) => !isSameKey(other, key) && other.confidence >= WORTH_A_WORD)
    .slice(0, 3)
  const mark = (one: MusicalKey): KeyMark => {
    if (isSameKey(one, key)) return 'here'
    if (maybe.some((other) => isSameKey(one, other))) return 'maybe'
    return near.some((other) => isSameKey(one, other)) ? 'near' : undefined
  }
  return (
    <Panel title="Key">
      <div className="grid items-center gap-6 sm:grid-cols-[minmax(0,15rem)_minmax(0,1fr)]">
        <KeyWheel
          label={`Circle of fifths with ${sayKey(key)} marked`}
          mark={mark}
          className="mx-auto max-w-60"
        >
          <text
            x={MIDDLE}
            y={MIDDLE}
            textAnchor="middle"
            dominantBaseline="central"
            className="fill-ink font-bold font-display text-[26px]"
          >
            {camelotOf(key)}
          </text>
        </KeyWheel>
        <div className="min-w-0">
          <p className="font-bold font-display text-28">{sayKey(key)}</p>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 text-14 text-soft">
            <ConfidenceRing confidence={of.confidence} />
            <span>{camelotOf(key)} on the Camelot wheel</span>
          </p>
          <dl className="mt-4 flex flex-col gap-2 text-14">
            <Line name="Mixes well with" marked="near">
              {near.map((other) => `${sayKey(other)} (${camelotOf(other)})`).join(', ')}
            </Line>
            {maybe.length > 0 && (
              <Line name="Might also be" marked="maybe">
                {maybe.map((other) => `${sayKey(other)} ${sayShare(other.confidence)}`).join(', ')}
              </Line>
            )}
            {of.tuning !== null && <Line name="Tuned to">{sayTuning(of.tuning)}</Line>}
          </dl>
          <Explained label="How" about="the key is found">
            How strongly each of the twelve pitches sounds is set beside what every major and minor key is
            made of. Relative keys share all their notes, so they are the likeliest to be mistaken for each
            other.
          </Explained>
        </div>
      </div>
    </Panel>
  )
})

const MARKS = { near: 'bg-accent/40 ring-accent', maybe: 'bg-purple/30 ring-purple' }

function Line({ name, marked, children }: { name: string; marked?: keyof typeof MARKS; children: string }) {
  return (
    <div>
      <dt className="flex items-center gap-1.5 text-12 text-soft">
        {marked && <span aria-hidden className={`size-2.5 rounded-full ring-1 ${MARKS[marked]}`} />}
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
