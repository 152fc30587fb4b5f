import type { Video } from '@sharemyshows/contract/videos'
import { useOnline } from '@/lib/hooks'
import { Button } from '@/ui/button'

/** That a video does not play, why as far as one can tell, and another try. */
export function VideoFailure({ video, onRetry }: { video: Video; onRetry: () => void }) {
  const online = useOnline()
  return (
    <div
      role="alert"
      className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-black/60 p-6 text-center text-white"
    >
      <p className="text-20">This video does not play just now</p>
      <p className="max-w-md text-14 text-white/80">
        {online
          ? 'It may have been taken away, or the server is busy. Try again in a moment.'
          : 'You are offline. Try again when the network is back.'}
      </p>
      <span className="mt-2 flex gap-2">
        <Button variant="inverse" onClick={onRetry}>
          Try again
        </Button>
        {video.urls.stream && (
          <a
            href={`${video.urls.stream}?download=1`}
            download
            className="inline-flex min-h-11 items-center rounded-control px-4 font-medium text-14 hover:bg-white/15"
          >
            Download it
          </a>
        )}
      </span>
    </div>
  )
}
