import { X } from 'lucide-react'
import type { ReactNode } from 'react'

type ChipProps = {
  children: ReactNode
  /** What removing it does, "Remove the filter Paradiso". */
  removeLabel: string
  onRemove: () => void
}

/** A condition that is on and can be taken off: a filter, a chosen artist. */
export function Chip({ children, removeLabel, onRemove }: ChipProps) {
  return (
    <span className="inline-flex min-h-9 max-w-full items-center rounded-full bg-raised pl-3.5 text-14 ring-1 ring-line ring-inset pointer-coarse:min-h-11">
      <span className="truncate">{children}</span>
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="ml-0.5 inline-flex size-9 shrink-0 items-center justify-center rounded-full text-soft transition-colors duration-feedback hover:text-ink pointer-coarse:size-11"
      >
        <X aria-hidden className="size-4" />
      </button>
    </span>
  )
}
