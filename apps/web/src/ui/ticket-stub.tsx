import type { CSSProperties, ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { DateBlock, type DateBlockProps } from './date-block'
import { type TintSource, tintStyle } from './tint'

type LinkSlot = (props: { children: ReactNode }) => ReactNode

export type TicketStubProps = {
  date: Omit<DateBlockProps, 'size' | 'className'>
  title: string
  /** Smaller names under the title, in billing order. */
  support?: readonly string[]
  place?: ReactNode
  /** A line at the foot: badges, counts, the time. */
  footer?: ReactNode
  tint: TintSource
  /** The address of a picture, shown at the far end. */
  picture?: string | undefined
  size?: 'compact' | 'list' | 'hero'
  headingLevel?: 'h1' | 'h2' | 'h3'
  /** Wraps the title in a link that the whole stub then follows. */
  link?: LinkSlot
  className?: string
}

/** Up to here a title is set in the largest type of the hero. */
const SHORT_TITLE = 26

const BODY = {
  compact: 'justify-center gap-0.5 px-4 py-2.5',
  list: 'justify-center gap-1 px-5 py-4',
  hero: 'gap-3 px-6 py-7 sm:px-9 sm:py-8',
}

// On the hero the place stands at the foot of the ticket, however high the ticket is.
const PLACE = {
  compact: 'truncate text-12 text-soft',
  list: 'wrap-anywhere line-clamp-2 text-14 text-soft',
  hero: 'wrap-anywhere mt-auto text-14 text-soft',
}

/** One night as a ticket: the date on the stub, a perforation, the line-up large, the place small. */
export function TicketStub({ size = 'list', headingLevel: Heading = 'h3', ...props }: TicketStubProps) {
  const { date, title, support = [], place, footer, tint, picture, link, className } = props
  return (
    <article className={cn('stub tinted', className)} data-size={size} style={tintStyle(tint)}>
      <div className="stub-shape" aria-hidden>
        <div className="stub-paper" />
      </div>
      {picture && <img src={picture} alt="" loading="lazy" decoding="async" className="stub-picture" />}
      <div className="stub-row" data-picture={picture ? true : undefined}>
        <DateBlock {...date} size={size} className="px-1 py-3" />
        <div className={cn('flex min-w-0 flex-col', BODY[size])}>
          <Heading
            tabIndex={Heading === 'h1' ? -1 : undefined}
            className="stub-title"
            style={longestWord(title)}
            data-short={title.length <= SHORT_TITLE || undefined}
          >
            {link ? link({ children: title }) : title}
          </Heading>
          {support.length > 0 && size !== 'compact' && (
            <p
              className={cn(
                'font-medium',
                size === 'hero' ? 'wrap-anywhere text-16 sm:text-20' : 'truncate text-14',
              )}
            >
              {support.join(' · ')}
            </p>
          )}
          {place && <p className={PLACE[size]}>{place}</p>}
          {footer && (
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-12 text-soft empty:hidden">
              {footer}
            </div>
          )}
        </div>
      </div>
    </article>
  )
}

/** How many letters have to stand on one line; the hero is set no larger than lets them. */
function longestWord(title: string): CSSProperties {
  return { '--letters': Math.max(...title.split(/[\s-]/).map((word) => word.length)) } as CSSProperties
}
