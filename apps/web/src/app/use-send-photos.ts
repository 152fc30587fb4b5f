import { useNavigate } from '@tanstack/react-router'
import { useUploads } from '@/features/media/uploads'

/** Sends photos to a show and opens where they will appear. */
export function useSendPhotos(showId: string): (files: File[]) => void {
  const { queue } = useUploads(showId)
  const navigate = useNavigate()
  return (files) => {
    if (files.length === 0) return
    queue.add(showId, files)
    void navigate({ to: '/shows/$showId/photos', params: { showId }, resetScroll: false })
  }
}
