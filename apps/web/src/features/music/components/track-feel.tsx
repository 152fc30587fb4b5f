import type { Track } from '@sharemyshows/contract/music'
import { sayShare } from '../model'

/** Where a track lies in the field of moods: bright to the right, energetic at the top. */
export function TrackFeel({ features: { valence, energy } }: Pick<Track, 'features'>) {
  if (valence === null || energy === null) return null
  return (
    <span className="flex items-center gap-2.5">
      <svg aria-hidden viewBox="0 0 28 28" className="size-7 shrink-0">
        <rect x="0.5" y="0.5" width="27" height="27" rx="6" className="fill-ink/6 stroke-line" />
        <path d="M14 4v20M4 14h20" className="stroke-line" />
        <circle cx={4 + 20 * valence} cy={24 - 20 * energy} r="3.5" className="fill-accent" />
      </svg>
      <span className="text-12 text-soft leading-4 tabular-nums">
        <span className="block whitespace-nowrap">{sayShare(valence)} bright</span>
        <span className="block whitespace-nowrap">{sayShare(energy)} energy</span>
      </span>
    </span>
  )
}
