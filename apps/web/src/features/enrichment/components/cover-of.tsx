import type { ArtistIdentity } from '@sharemyshows/contract/enrichment'
import { Disc3 } from 'lucide-react'
import { useState } from 'react'

type CoverOfProps = { image: NonNullable<ArtistIdentity['image']> }

/** A cover where it lies: it is linked to and not kept. Its room stays, whether or not it comes. */
export function CoverOf({ image: { url, title, link } }: CoverOfProps) {
  const [gone, setGone] = useState(false)
  return (
    <a
      href={link}
      target="_blank"
      rel="noopener"
      className="flex size-28 shrink-0 items-center justify-center overflow-hidden rounded-control bg-raised text-soft"
    >
      {gone ? (
        <Disc3 role="img" aria-label={`Cover of ${title}`} className="size-8 stroke-[1.5]" />
      ) : (
        <img
          src={url}
          alt={`Cover of ${title}`}
          width={112}
          height={112}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setGone(true)}
          className="size-full object-cover"
        />
      )}
      <span className="sr-only">in a new tab</span>
    </a>
  )
}
