import { cn } from '@/lib/cn'

type RangeProps = {
  /** What it sets, for screen readers. */
  label: string
  /** 0–1. */
  value: number
  /** The value in words. */
  text: string
  onChange: (value: number) => void
  className?: string
}

/** Sets something between nothing and all, in steps of five hundredths. */
export function Range({ label, value, text, onChange, className }: RangeProps) {
  return (
    <input
      type="range"
      min={0}
      max={1}
      step={0.05}
      value={value}
      aria-label={label}
      aria-valuetext={text}
      onChange={(event) => onChange(event.target.valueAsNumber)}
      className={cn('h-11 cursor-pointer accent-accent', className)}
    />
  )
}
