import { cn } from '@/lib/cn'
import { VisuallyHidden } from './visually-hidden'

export type DateBlockProps = {
  /** `YYYY-MM-DD`, for machines. */
  date: string
  /** The date as it is said aloud, "Sunday, 1 December 2024". */
  label: string
  weekday: string
  day: string
  month: string
  year?: string | undefined
  size?: 'compact' | 'list' | 'hero'
  className?: string
}

const DAY = { compact: 'text-20', list: 'text-40', hero: 'text-40 sm:text-64' }

/** Month, day and weekday stacked, the day in large type. */
export function DateBlock({ size = 'list', className, ...date }: DateBlockProps) {
  return (
    <time
      dateTime={date.date}
      className={cn('flex flex-col items-center justify-center text-center', className)}
    >
      <VisuallyHidden>{date.label}</VisuallyHidden>
      <span aria-hidden className="font-medium text-12 text-ink uppercase tracking-[0.08em]">
        {date.month}
      </span>
      <span aria-hidden className={cn('font-bold font-display leading-none tracking-tight', DAY[size])}>
        {date.day}
      </span>
      {size !== 'compact' && (
        <span aria-hidden className="mt-1 text-12 text-soft">
          {date.year ?? date.weekday}
        </span>
      )}
    </time>
  )
}
