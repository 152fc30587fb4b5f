import { Link } from '@tanstack/react-router'
import { cn } from '@/lib/cn'
import { sizesOfCover } from '@/lib/picture'
import type { Show } from '../model'

/** The show's picture, which leads to all of its photos; nothing where there is none. */
export function CoverLink({ show, className }: { show: Show; className?: string }) {
  if (!show.cover) return null
  return (
    <Link
      to="/shows/$showId/photos"
      params={{ showId: show.id }}
      resetScroll={false}
      replace
      aria-label="All photos"
      className={cn('relative block overflow-hidden rounded-card bg-tint', className)}
    >
      <img
        src={show.cover.preview}
        srcSet={sizesOfCover(show.cover)}
        sizes="(min-width: 48rem) 24rem, 100vw"
        alt=""
        className="absolute inset-0 size-full object-cover"
      />
    </Link>
  )
}
