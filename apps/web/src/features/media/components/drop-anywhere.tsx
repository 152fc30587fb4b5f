import { CloudUpload } from 'lucide-react'
import { createPortal } from 'react-dom'
import { useDroppedFiles } from '../drop-window'

type DropAnywhereProps = {
  onFiles: (files: File[]) => void
  /** What becomes of them, said while they hover. */
  words?: string
}

/** Takes files wherever on the page they are dropped or pasted. */
export function DropAnywhere({ onFiles, words = 'Let go to add them to this show' }: DropAnywhereProps) {
  const over = useDroppedFiles(onFiles)
  if (!over) return null
  // At the body, because a page under its light is a layer of its own, below the navigation.
  return createPortal(
    <div
      aria-hidden
      className="pointer-events-none fixed inset-3 z-40 flex flex-col items-center justify-center gap-3 rounded-card border-2 border-accent border-dashed bg-page/85 font-medium text-20"
    >
      <CloudUpload className="size-10 text-accent" />
      {words}
    </div>,
    document.body,
  )
}
