import type { Photo } from '@sharemyshows/contract/photos'
import type { Video } from '@sharemyshows/contract/videos'
import { useRef, useState } from 'react'
import { cn } from '@/lib/cn'
import { worthAnotherTry } from '@/lib/renewal'
import { describeMedium } from '../model'
import { placeholderOf } from '../placeholder'
import { srcSetOf } from '../renditions'

type PhotoImageProps = {
  photo: Photo | Video
  zone: string
  /** How wide it will be shown, as in an img's `sizes`. */
  sizes: string
  eager?: boolean
  className?: string
}

/** A photo or the still of a video, filling its box, over its blur while it loads. */
export function PhotoImage({ photo, zone, sizes, eager = false, className }: PhotoImageProps) {
  // The version that could not be shown; the next one may be there.
  const [broken, setBroken] = useState<string>()
  const triedAgain = useRef<string>(undefined)
  const blur = placeholderOf(photo.placeholder)
  const onError = async () => {
    setBroken(photo.updated_at)
    if (triedAgain.current === photo.updated_at) return
    triedAgain.current = photo.updated_at
    if (await worthAnotherTry()) setBroken(undefined)
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
          alt={describeMedium(photo, zone)}
          width={photo.width ?? undefined}
          height={photo.height ?? undefined}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          draggable={false}
          onError={onError}
          className="size-full object-cover"
        />
      )}
    </span>
  )
}
