import type { Analysis } from '@sharemyshows/contract/analysis'
import { useState } from 'react'
import { cn } from '@/lib/cn'
import { Button } from '@/ui/button'
import { sayNumber, sayShare } from '../model'
import { sayTapped, tempoOf, withTap } from '../taps'
import type { Playing } from '../timeline'
import { useBeat } from '../use-beat'
import { ConfidenceRing } from './confidence-ring'
import { Explained } from './explained'
import { Panel } from './panel'

type AnalysisTempoProps = { analysis: Analysis; playing: Playing | undefined }

/** How fast it is, what else one could tap, how its beats are counted, and a light that goes with them. */
export function AnalysisTempo({ analysis, playing }: AnalysisTempoProps) {
  const { tempo, time_signature: meter, time_signature_confidence: sure, beats } = analysis
  const others = tempo.alternatives.slice(0, 3)
  return (
    <Panel title="Tempo" action={<BeatLight beats={beats} playing={playing} />}>
      {tempo.bpm === null ? (
        <p className="text-14 text-soft">Unknown: nothing in it pulses steadily.</p>
      ) : (
        <>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-bold font-display text-40 tabular-nums">{sayNumber(tempo.bpm)}</span>
            <span className="text-14 text-soft">beats a minute</span>
          </p>
          <ConfidenceRing confidence={tempo.confidence} className="mt-1" />
          {others.length > 0 && (
            <p className="mt-3 text-14">
              <span className="block text-12 text-soft">One could also tap</span>
              {others.map(({ bpm, confidence }) => `${sayNumber(bpm)} (${sayShare(confidence)})`).join(', ')}
            </p>
          )}
        </>
      )}
      <p className="mt-3 text-14">
        <span className="block text-12 text-soft">Time signature</span>
        {meter === null ? (
          'Unknown'
        ) : (
          <span className="flex items-center gap-3">
            <span className="font-bold font-display text-20 tabular-nums">{meter}</span>
            <ConfidenceRing confidence={sure} />
          </span>
        )}
      </p>
      <TapAlong bpm={tempo.bpm} />
      <Explained label="How" about="the tempo is found">
        Where sounds begin is set against all speeds from slow to fast; the one whose beats meet the most of
        them wins. Half and double are the usual doubt: people disagree about them, too.
      </Explained>
    </Panel>
  )
}

/** Flashes with each beat that is heard; where movement is not wanted, it counts instead. */
function BeatLight({ beats, playing }: { beats: readonly number[]; playing: Playing | undefined }) {
  const { count, lit } = useBeat(beats, playing)
  if (beats.length === 0) return null
  return (
    <span aria-hidden className="flex items-center gap-2 text-12 text-soft tabular-nums">
      {count > 0 && `Beat ${count}`}
      <span
        className={cn(
          'size-4 rounded-full bg-accent transition-opacity duration-feedback motion-reduce:hidden',
          lit ? 'opacity-100' : 'opacity-20',
        )}
      />
    </span>
  )
}

function TapAlong({ bpm }: { bpm: number | null }) {
  const [taps, setTaps] = useState<readonly number[]>([])
  const tapped = tempoOf(taps)
  const words = taps.length > 0 ? 'Go on tapping.' : 'Tap with the beat to compare.'
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        onPointerDown={() => setTaps((before) => withTap(before, performance.now()))}
        onKeyDown={(event) => {
          if (event.repeat || (event.key !== 'Enter' && event.key !== ' ')) return
          event.preventDefault()
          setTaps((before) => withTap(before, performance.now()))
        }}
      >
        Tap along
      </Button>
      <span role="status" className="text-14 text-soft">
        {tapped === undefined ? words : sayTapped(tapped, bpm)}
      </span>
    </div>
  )
}
