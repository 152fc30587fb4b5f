import { ImagePlus } from 'lucide-react'
import { createPortal } from 'react-dom'
import { toast } from '@/ui/toast'
import { useWindowDrop } from '../use-window-drop'

/** Takes files wherever on the page they are dropped, and says so while they hover. */
export function DropAnywhere({ onFiles }: { onFiles: (files: File[]) => void }) {
  const take = (files: File[]) => {
    onFiles(files)
    // The list of uploads may be far above.
    toast.note(files.length === 1 ? 'Adding a photo' : `Adding ${files.length} photos`)
  }
  const over = useWindowDrop(take)
  if (!over) return null
  // At the body, because a page under its light is a layer of its own, below the navigation.
  return createPortal(
    <div
      aria-hidden
      className="pointer-events-none fixed inset-3 z-40 flex flex-col items-center justify-center gap-3 rounded-card border-2 border-accent border-dashed bg-page/85 font-medium text-20"
    >
      <ImagePlus className="size-10 text-accent" />
      Let go to add the photos
    </div>,
    document.body,
  )
}
