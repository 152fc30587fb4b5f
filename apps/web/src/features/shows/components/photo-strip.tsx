import type { ShowPhoto } from '@sharemyshows/contract/artists'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'

/** Photos of several shows in a row; each leads to its place among the photos of its show. */
export function PhotoStrip({ photos }: { photos: readonly ShowPhoto[] }) {
  const heading = useId()
  // a single one stands at the head of the page already
  if (photos.length < 2) return null
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-3 text-28">
        Photos
      </h2>
      <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4 lg:grid-cols-6">
        {photos.map(({ photo_id, show_id, thumbnail, color }, index) => (
          <li key={photo_id}>
            <Link
              to="/shows/$showId/photos"
              params={{ showId: show_id }}
              search={{ photo: photo_id }}
              aria-label={`Photo ${index + 1} of ${photos.length}`}
              className="block aspect-square overflow-hidden rounded-control bg-raised"
              style={{ backgroundColor: color ?? undefined }}
            >
              <img
                src={thumbnail}
                alt=""
                width={320}
                height={320}
                loading="lazy"
                decoding="async"
                className="size-full object-cover"
              />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
