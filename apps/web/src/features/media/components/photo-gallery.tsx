import type { Photo } from '@sharemyshows/contract/photos'
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { useOpenPhoto } from '../use-open-photo'
import { type Deed, PhotoDeeds } from './photo-deeds'
import { PhotoWall } from './photo-wall'

const PhotoLightbox = lazy(() => import('./photo-lightbox'))

/** With so few left to page through, the next ones are fetched. */
const NEAR_THE_END = 4

type PhotoGalleryProps = {
  photos: readonly Photo[]
  zone: string
  /** Fetches the photos after these; absent when there are none, or they are on the way. */
  onMore: (() => void) | undefined
}

/** The wall and, over it, the photo that is open. */
export function PhotoGallery({ photos, zone, onMore }: PhotoGalleryProps) {
  const { photoId, open, show, close } = useOpenPhoto()
  const [deed, setDeed] = useState<Deed>()
  // Once it is loaded it stays, so that it can fade out.
  const [wanted, setWanted] = useState(false)
  if (photoId !== undefined && !wanted) setWanted(true)

  const more = useEffectEvent(() => onMore?.())
  const at = photos.findIndex(({ id }) => id === photoId)
  const needsMore =
    photoId !== undefined && onMore !== undefined && (at < 0 || at > photos.length - NEAR_THE_END)
  useEffect(() => {
    if (needsMore) more()
  }, [needsMore])

  const leave = () => {
    const next = photos[at + 1] ?? photos[at - 1]
    if (next) show(next.id)
    else close()
  }
  return (
    <>
      <PhotoWall photos={photos} zone={zone} onOpen={open} />
      {wanted && (
        <Suspense>
          <PhotoLightbox
            photos={photos}
            photoId={photoId}
            zone={zone}
            covered={deed !== undefined}
            onView={({ id }) => show(id)}
            onClose={close}
            onEdit={(photo) => setDeed({ kind: 'edit', photo })}
            onDelete={(photo) => setDeed({ kind: 'delete', photo })}
          />
        </Suspense>
      )}
      <PhotoDeeds deed={deed} onEnd={() => setDeed(undefined)} onDeleted={leave} />
    </>
  )
}
