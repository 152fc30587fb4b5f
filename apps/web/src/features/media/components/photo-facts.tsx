import type { Photo } from '@sharemyshows/contract/photos'
import { sayAudience } from '@/lib/audience'
import { nameOf } from '@/lib/media-words'
import { isMine, sayTaken } from '../model'

/** Under an open photo: its caption, who took it and when; for its owner also who sees it. */
export function PhotoFacts({ photo, zone }: { photo: Photo; zone: string }) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-0 bg-linear-to-t from-black/85 via-black/55 to-transparent px-4 pt-16 pb-[max(1rem,env(safe-area-inset-bottom))] text-white sm:px-8">
      <div className="mx-auto max-w-3xl text-center">
        {photo.caption && (
          <p className="wrap-anywhere pointer-events-auto max-h-24 overflow-y-auto whitespace-pre-line text-16">
            {photo.caption}
          </p>
        )}
        <p className="mt-1 text-14 text-white/80">
          <span className="font-medium text-white">{isMine(photo) ? 'You' : nameOf(photo)}</span>
          {' · '}
          <time dateTime={photo.captured_at ?? photo.created_at}>{sayTaken(photo, zone)}</time>
          {isMine(photo) && ` · ${sayAudience(photo.audience)}`}
        </p>
      </div>
    </div>
  )
}
