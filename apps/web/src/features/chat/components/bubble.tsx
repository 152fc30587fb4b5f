import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { LinkedText } from '@/ui/linked-text'

type BubbleProps = {
  text: string
  own: boolean
  /** It ends what one person says in one go. */
  closes: boolean
  /** Time and standing, at the end of the last line. */
  meta: ReactNode
}

/** What was said, as text. */
export function Bubble({ text, own, closes, meta }: BubbleProps) {
  return (
    <div
      className={cn(
        'w-fit min-w-0 max-w-full rounded-card px-3 py-1.5',
        own ? 'bg-accent/15' : 'bg-raised',
        closes && (own ? 'rounded-br-small' : 'rounded-bl-small'),
      )}
    >
      <p dir="auto" className="wrap-anywhere whitespace-pre-wrap text-16">
        <LinkedText text={text} linkClassName="text-accent underline underline-offset-4" />
        <span
          dir="ltr"
          className="relative top-1 float-right ml-3 inline-flex items-center gap-1 text-12 text-soft"
        >
          {meta}
        </span>
      </p>
    </div>
  )
}
