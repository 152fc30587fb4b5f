import type { Recommendation } from '@sharemyshows/contract/music'
import { ExternalLink, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '@/ui/icon-button'

type QueueRowProps = {
  song: Recommendation
  /** Plays it, or lets it rest. */
  play: ReactNode
  /** Why it could not be played. */
  trouble?: ReactNode
  onNotNow?: (() => void) | undefined
  /** It is pointed at, or no longer. */
  onPoint: (on: boolean) => void
}

/** A song of the queue: what it is, why it is here, and how well it fits. */
export function QueueRow({ song, play, trouble, onNotNow, onPoint }: QueueRowProps) {
  const { name, artist, why, fit, spotify_track_id, track } = song
  return (
    <li
      className="group relative flex gap-3 rounded-control px-2 py-2 transition-colors duration-feedback hover:bg-ink/6"
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
      onFocus={() => onPoint(true)}
      onBlur={() => onPoint(false)}
    >
      {play}
      <div className="min-w-0 flex-1">
        <p className="flex gap-3 text-14">
          <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
          <span className="text-12 text-soft leading-5 tabular-nums">
            <span className="sr-only">fits </span>
            {Math.round(fit * 100)} %
          </span>
        </p>
        <p className="truncate text-12 text-soft">
          {artist ?? 'Unknown artist'}
          {spotify_track_id && track.link && (
            <>
              {' · '}
              <a
                href={track.link}
                target="_blank"
                rel="noreferrer"
                className="inline-flex items-center gap-1 underline underline-offset-2 hover:text-ink"
              >
                Spotify
                <ExternalLink aria-hidden className="size-3" />
                <span className="sr-only">, opens a new tab</span>
              </a>
            </>
          )}
        </p>
        <p className="mt-0.5 text-12 text-ink/90">{why}</p>
        {trouble && (
          <div role="alert" className="mt-1 text-12 text-warning">
            {trouble}
          </div>
        )}
      </div>
      {onNotNow && <IconButton label={`Not now: ${name}`} icon={<X />} onClick={onNotNow} />}
    </li>
  )
}
