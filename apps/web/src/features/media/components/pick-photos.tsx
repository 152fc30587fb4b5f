import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { buttonStyles } from '@/ui/button'
import { PHOTO_TYPES } from '../model'

type PickPhotosProps = {
  children: ReactNode
  variant?: 'inverse' | 'secondary'
  /** Opens the camera, where there is one. */
  camera?: boolean
  className?: string
  onFiles: (files: File[]) => void
}

/** A button that lets one choose photos, or take one. */
export function PickPhotos({ children, variant, camera = false, className, onFiles }: PickPhotosProps) {
  return (
    <label
      className={cn(
        buttonStyles({ variant: variant ?? 'secondary' }),
        'has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2',
        className,
      )}
    >
      {children}
      <input
        type="file"
        accept={camera ? 'image/*' : PHOTO_TYPES}
        capture={camera ? 'environment' : undefined}
        multiple={!camera}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // Otherwise choosing the same file again would not be a change.
          event.target.value = ''
        }}
      />
    </label>
  )
}
