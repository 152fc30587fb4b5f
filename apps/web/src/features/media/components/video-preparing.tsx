import type { Video } from '@sharemyshows/contract/videos'
import { Progress } from '@/ui/progress'
import { placeholderOf } from '../placeholder'
import { useProgress } from '../use-progress'

/** A video that cannot be played yet: its still, once there is one, and how far it is. */
export function VideoPreparing({ video }: { video: Video }) {
  const told = useProgress(video.id)
  const blur = placeholderOf(video.placeholder)
  return (
    <div
      className="absolute inset-0 flex items-center justify-center bg-center bg-contain bg-no-repeat"
      style={{ backgroundImage: blur && `url(${blur})` }}
    >
      <div
        role="status"
        className="w-72 max-w-full rounded-card bg-black/70 p-5 text-center text-14 text-white"
      >
        <p className="font-medium text-16">Being prepared</p>
        <p className="mt-1 text-white/80">It plays here as soon as its first size is ready.</p>
        <Progress label="Being prepared" value={told?.progress} className="mt-4 h-1 bg-white/25" />
      </div>
    </div>
  )
}
