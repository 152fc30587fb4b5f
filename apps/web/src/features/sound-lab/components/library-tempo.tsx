import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/ui/button'
import { controlStyles } from '@/ui/field'
import { LEAST_BPM, type LibraryAsk, MOST_BPM } from '../address'

/** Ranges that people ask for, in beats a minute. */
const RANGES = [
  { label: 'Slow', from: undefined, to: 89 },
  { label: 'Walking', from: 90, to: 109 },
  { label: 'Dancing', from: 110, to: 134 },
  { label: 'Fast', from: 135, to: undefined },
] as const

type Range = { from: number | undefined; to: number | undefined }
type LibraryTempoProps = { ask: LibraryAsk; onChange: (range: Range) => void }

/** From which tempo to which: four ranges to press, or numbers. */
export function LibraryTempo({ ask, onChange }: LibraryTempoProps) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  useEffect(() => {
    setFrom(ask.bpm_from?.toString() ?? '')
    setTo(ask.bpm_to?.toString() ?? '')
  }, [ask.bpm_from, ask.bpm_to])
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    const [low, high] = [numberOf(from), numberOf(to)]
    // the wrong way round is what was meant, turned
    const turned = low !== undefined && high !== undefined && low > high
    const range = turned ? { from: high, to: low } : { from: low, to: high }
    if (range.from !== ask.bpm_from || range.to !== ask.bpm_to) onChange(range)
  }
  const number = (label: string, value: string, set: (value: string) => void) => (
    <input
      type="number"
      inputMode="decimal"
      aria-label={`${label} this many beats a minute`}
      placeholder={label}
      min={LEAST_BPM}
      max={MOST_BPM}
      step="any"
      value={value}
      onChange={(event) => set(event.target.value)}
      onBlur={() => submit()}
      className={`${controlStyles} min-w-0 tabular-nums`}
    />
  )
  return (
    <fieldset>
      <legend className="mb-2 font-medium text-14">Tempo</legend>
      <div className="grid grid-cols-2 gap-2">
        {RANGES.map((range) => {
          const on = range.from === ask.bpm_from && range.to === ask.bpm_to
          return (
            <Button
              key={range.label}
              size="small"
              aria-pressed={on}
              onClick={() => onChange(on ? { from: undefined, to: undefined } : range)}
              className="aria-pressed:bg-ink aria-pressed:text-page"
            >
              {range.label}
            </Button>
          )
        })}
      </div>
      <form onSubmit={submit} className="mt-2 flex items-center gap-2 text-14 text-soft">
        {number('From', from, setFrom)}
        <span aria-hidden>–</span>
        {number('To', to, setTo)}
        <button type="submit" className="sr-only">
          Show these tempos
        </button>
      </form>
    </fieldset>
  )
}

function numberOf(text: string): number | undefined {
  const bpm = Number.parseFloat(text)
  return Number.isFinite(bpm) ? Math.min(MOST_BPM, Math.max(LEAST_BPM, bpm)) : undefined
}
