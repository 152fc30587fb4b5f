import type { MediaKind } from '@sharemyshows/contract/media'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { buttonStyles } from '@/ui/button'
import { acceptOf, KINDS } from '../upload-formats'

type PickMediaProps = {
  children: ReactNode
  variant?: 'inverse' | 'secondary'
  /** What the picker offers; everything when absent. */
  kinds?: readonly MediaKind[]
  /** Opens the camera, where there is one. */
  camera?: boolean
  className?: string
  onFiles: (files: File[]) => void
}

/** A button that lets one choose photos, recordings and videos, or take a photo. */
export function PickMedia({
  children,
  variant = 'secondary',
  kinds = KINDS,
  camera = false,
  className,
  onFiles,
}: PickMediaProps) {
  return (
    <label
      className={cn(
        buttonStyles({ variant }),
        'has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2',
        className,
      )}
    >
      {children}
      <input
        type="file"
        accept={camera ? 'image/*' : acceptOf(kinds)}
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
