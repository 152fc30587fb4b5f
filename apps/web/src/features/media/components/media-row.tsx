import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

type MediaRowProps = {
  /** A picture or an icon, 44 px square. */
  preview: ReactNode
  name: string
  detail: ReactNode
  failed?: boolean
  /** A bar under the words. */
  progress?: ReactNode
  actions: ReactNode
}

/** A file with its state and what can be done about it. */
export function MediaRow({ preview, name, detail, failed = false, progress, actions }: MediaRowProps) {
  return (
    <li className="flex min-h-16 items-center gap-3 py-2 pr-1 pl-3">
      <span className="flex size-11 shrink-0 items-center justify-center overflow-hidden rounded-small bg-raised text-soft [&_svg]:size-5">
        {preview}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-14">{name}</span>
        <span className={cn('block text-12', failed ? 'text-danger' : 'text-soft')}>{detail}</span>
        {progress}
      </span>
      <span className="flex shrink-0 items-center">{actions}</span>
    </li>
  )
}
