import type { Photo } from '@sharemyshows/contract/media'
import { lazy, Suspense, useState } from 'react'
import { useOpenPhoto } from '../use-open-photo'
import { type Deed, PhotoDeeds } from './photo-deeds'
import { PhotoWall } from './photo-wall'

const PhotoLightbox = lazy(() => import('./photo-lightbox'))

/** The wall and, over it, the photo that is open. */
export function PhotoGallery({ photos, zone }: { photos: readonly Photo[]; zone: string }) {
  const { photoId, show, close, opened } = useOpenPhoto()
  const [deed, setDeed] = useState<Deed>()
  // Once it is loaded it stays, so that it can fade out.
  const [wanted, setWanted] = useState(false)
  if (photoId !== undefined && !wanted) setWanted(true)

  const leave = ({ id }: Photo) => {
    const at = photos.findIndex((photo) => photo.id === id)
    const next = photos[at + 1] ?? photos[at - 1]
    if (next) void show(next.id)
    else close()
  }
  return (
    <>
      <PhotoWall photos={photos} zone={zone} onOpen={opened} />
      {wanted && (
        <Suspense>
          <PhotoLightbox
            photos={photos}
            photoId={photoId}
            zone={zone}
            onView={({ id }) => void show(id)}
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
