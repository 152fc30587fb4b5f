import { ImagePlus } from 'lucide-react'
import { useWindowDrop } from '../use-window-drop'

/** Takes files wherever on the page they are dropped, and says so while they hover. */
export function DropAnywhere({ onFiles }: { onFiles: (files: File[]) => void }) {
  const over = useWindowDrop(onFiles)
  if (!over) return null
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed inset-3 z-40 flex flex-col items-center justify-center gap-3 rounded-card border-2 border-accent border-dashed bg-page/85 font-medium text-20"
    >
      <ImagePlus className="size-10 text-accent" />
      Let go to add the photos
    </div>
  )
}
