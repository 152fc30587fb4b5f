import { cn } from '@/lib/cn'
import type { Mark } from '@/lib/marks'
import './waveform-marks.css'

/** Songs begin at a line and applause is hatched, over a waveform that fills the same box. */
export function WaveformMarks({ marks, length }: { marks: readonly Mark[]; length: number }) {
  if (length <= 0) return null
  const share = (seconds: number) => `${(seconds / length) * 100}%`
  return (
    <span aria-hidden className="pointer-events-none absolute inset-0">
      {marks.map(({ kind, label, start, end }) => (
        <span
          key={`${kind} ${start}`}
          title={label}
          className={cn(
            'absolute inset-y-0',
            kind === 'applause' ? 'mark-applause' : 'border-ink/60 border-l',
          )}
          style={{ left: share(start), width: kind === 'applause' ? share(end - start) : 0 }}
        />
      ))}
    </span>
  )
}
