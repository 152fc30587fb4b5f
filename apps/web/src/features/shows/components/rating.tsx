import { Star } from 'lucide-react'
import { useId } from 'react'
import { cn } from '@/lib/cn'

const STARS = [1, 2, 3, 4, 5]

type RatingProps = {
  label: string
  /** 1 to 5; 0 is none. */
  value: number
  onChange: (value: number) => void
  className?: string
}

/** Five stars; choosing the one that is chosen takes the rating back. */
export function Rating({ label, value, onChange, className }: RatingProps) {
  const name = useId()
  return (
    <fieldset className={cn('-ml-2.5 flex w-fit', className)}>
      <legend className="sr-only">{label}</legend>
      {STARS.map((star) => (
        <label
          key={star}
          className="relative inline-flex size-11 items-center justify-center rounded-control text-soft transition-transform duration-feedback hover:scale-110 has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <span className="sr-only">
            {star} {star === 1 ? 'star' : 'stars'}
          </span>
          <input
            type="radio"
            name={name}
            value={star}
            checked={star === value}
            onChange={() => onChange(star)}
            onClick={() => star === value && onChange(0)}
            className="absolute inset-0 cursor-pointer appearance-none outline-none"
          />
          <Star
            aria-hidden
            className={cn('pointer-events-none size-6', star <= value && 'fill-current text-accent')}
          />
        </label>
      ))}
    </fieldset>
  )
}
