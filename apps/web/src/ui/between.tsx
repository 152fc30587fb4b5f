import { cn } from '@/lib/cn'

type BetweenProps = {
  /** What is set, for screen readers. */
  label: string
  /** Both 0–1, the first not above the second. */
  value: readonly [from: number, to: number]
  /** One end in words. */
  say: (value: number) => string
  onChange: (end: 'from' | 'to', value: number) => void
}

const STEP = 0.05

/** Sets from where to where, between nothing and all, in steps of five hundredths: two thumbs on one line. */
export function Between({ label, value, say, onChange }: BetweenProps) {
  const [from, to] = value
  return (
    <div className="relative h-11">
      <div aria-hidden className="absolute inset-x-5.5 top-1/2 h-1 -translate-y-1/2 rounded-full bg-edge">
        <div
          className="absolute inset-y-0 rounded-full bg-accent"
          style={{ left: `${from * 100}%`, right: `${(1 - to) * 100}%` }}
        />
      </div>
      {(['from', 'to'] as const).map((end) => {
        const at = end === 'from' ? from : to
        return (
          <input
            key={end}
            type="range"
            min={0}
            max={1}
            step={STEP}
            value={at}
            aria-label={`${label}, ${end}`}
            aria-valuetext={say(at)}
            onChange={(event) => onChange(end, event.target.valueAsNumber)}
            className={cn(
              'pointer-events-none absolute inset-0 h-11 w-full appearance-none bg-transparent',
              THUMB,
              // where both are at the right end, the one that can still go somewhere is on top
              end === 'from' && from > 0.5 && 'z-10',
            )}
          />
        )
      })}
    </div>
  )
}

// a target of 44 px, of which 20 are seen
const THUMB = [
  '[&::-webkit-slider-thumb]:pointer-events-auto [&::-webkit-slider-thumb]:size-11 [&::-webkit-slider-thumb]:cursor-grab',
  '[&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-ink',
  '[&::-webkit-slider-thumb]:border-12 [&::-webkit-slider-thumb]:border-transparent [&::-webkit-slider-thumb]:bg-clip-padding',
  '[&::-moz-range-thumb]:pointer-events-auto [&::-moz-range-thumb]:size-5 [&::-moz-range-thumb]:cursor-grab',
  '[&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-12 [&::-moz-range-thumb]:border-transparent',
  '[&::-moz-range-thumb]:bg-ink [&::-moz-range-thumb]:bg-clip-padding',
  'focus-visible:outline-none [&:focus-visible::-webkit-slider-thumb]:border-accent/40 [&:focus-visible::-moz-range-thumb]:border-accent/40',
]
