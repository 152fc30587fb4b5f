import type { Waveform } from '@sharemyshows/contract/audio'
import { cn } from '@/lib/cn'
import { sayLength } from '@/lib/lengths'
import type { Mark } from '@/lib/marks'
import { useScrub } from '@/ui/use-scrub'
import { WaveformMarks } from './waveform-marks'
import { WaveformShape } from './waveform-shape'

type WaveformSliderProps = {
  wave: Waveform | undefined | null
  label: string
  /** Both in seconds. */
  position: number
  length: number
  moving: boolean
  onSeek: (seconds: number) => void
  marks?: readonly Mark[]
  className?: string
}

/** The waveform of what plays, to go through it: by press, drag or keys. */
export function WaveformSlider({ wave, moving, marks = [], className, ...scrubbed }: WaveformSliderProps) {
  const { slider, shown, pointed } = useScrub(scrubbed)
  const { length } = scrubbed
  const share = (seconds: number) => (length > 0 ? seconds / length : 0)
  return (
    <div
      {...slider}
      className={cn(
        'relative touch-pan-y select-none rounded-small focus-visible:outline-offset-4',
        className,
      )}
    >
      <WaveformShape wave={wave} played={share(shown)} moving={moving && shown === scrubbed.position} />
      <WaveformMarks marks={marks} length={length} />
      {pointed !== undefined && (
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-0 w-px bg-ink"
          style={{ left: `${share(pointed) * 100}%` }}
        >
          <span className="-translate-x-1/2 absolute bottom-full left-1/2 mb-1 rounded-small bg-raised px-1.5 text-12 tabular-nums shadow-float">
            {sayLength(pointed)}
          </span>
        </span>
      )}
    </div>
  )
}
