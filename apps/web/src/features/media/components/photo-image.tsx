import type { Photo } from '@sharemyshows/contract/media'
import { useState } from 'react'
import { cn } from '@/lib/cn'
import { renewSession, tokensAreOld } from '@/lib/renewal'
import { describePhoto } from '../model'
import { placeholderOf } from '../placeholder'
import { srcSetOf } from '../renditions'

type PhotoImageProps = {
  photo: Photo
  zone: string
  /** How wide it will be shown, as in an img's `sizes`. */
  sizes: string
  eager?: boolean
  className?: string
}

/** A photo filling its box, over its blur while it loads. */
export function PhotoImage({ photo, zone, sizes, eager = false, className }: PhotoImageProps) {
  // A photo that could not be shown may be there in its next version.
  const [broken, setBroken] = useState<string>()
  const blur = placeholderOf(photo.placeholder)
  const reload = async () => {
    setBroken(photo.updated_at)
    if (tokensAreOld() && (await renewSession().catch(() => false))) setBroken(undefined)
  }
  return (
    <span
      className={cn('absolute inset-0 bg-cover bg-raised', className)}
      style={{ backgroundColor: photo.color ?? undefined, backgroundImage: blur && `url(${blur})` }}
    >
      {broken !== photo.updated_at && (
        <img
          src={photo.urls.thumbnail}
          srcSet={srcSetOf(photo)}
          sizes={sizes}
          alt={describePhoto(photo, zone)}
          width={photo.width ?? undefined}
          height={photo.height ?? undefined}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          draggable={false}
          onError={reload}
          className="size-full object-cover"
        />
      )}
    </span>
  )
}
