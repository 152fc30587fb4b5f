import { useNavigate } from '@tanstack/react-router'
import { kindOf } from '@/features/media/upload-formats'
import { useAddMedia } from '@/features/media/uploads'

const TABS = {
  photo: '/shows/$showId/photos',
  audio: '/shows/$showId/audio',
  video: '/shows/$showId/videos',
} as const

/** Sends media to a show and opens where they will appear: the tab of the first of them. */
export function useSendMedia(showId: string): (files: readonly File[]) => void {
  const add = useAddMedia(showId)
  const navigate = useNavigate()
  return (files) => {
    const [first] = files
    if (first === undefined) return
    add(files)
    const to = TABS[kindOf(first) ?? 'photo']
    void navigate({ to, params: { showId }, resetScroll: false })
  }
}
