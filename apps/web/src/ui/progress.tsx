import { cn } from '@/lib/cn'

type ProgressProps = {
  label: string
  /** 0–1; absent while nobody can tell. */
  value?: number | undefined
  className?: string
}

/** A bar that fills. */
export function Progress({ label, value, className }: ProgressProps) {
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={cn('h-1.5 overflow-hidden rounded-full bg-ink/12', className)}
    >
      <div
        className={cn(
          'h-full rounded-full bg-accent transition-[width] duration-place',
          percent === undefined && 'animate-pulse',
        )}
        style={{ width: `${percent ?? 100}%` }}
      />
    </div>
  )
}
