import { sizesOfCover } from '@/lib/picture'
import type { Event } from '../model'

type EventPosterProps = { event: Event; poster: NonNullable<Event['poster']> }

/** The poster as it was made, uncropped, in the room it will need; opens in full. */
export function EventPoster({ event, poster }: EventPosterProps) {
  return (
    <a
      href={poster.display}
      target="_blank"
      rel="noreferrer"
      aria-label={`Poster of ${event.title}, in a new tab`}
      className="block h-fit max-h-[70dvh] overflow-hidden rounded-card bg-tint max-lg:mx-auto lg:max-h-none"
      style={{ aspectRatio: `${poster.width} / ${poster.height}` }}
    >
      <img
        src={poster.preview}
        srcSet={sizesOfCover(poster)}
        sizes="(min-width: 64rem) 20rem, 100vw"
        width={poster.width}
        height={poster.height}
        alt=""
        className="size-full object-contain"
      />
    </a>
  )
}
