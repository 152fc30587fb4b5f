import { Link } from '@tanstack/react-router'
import { useSession } from '@/features/accounts/session'
import { PlayerBar } from '@/features/media/components/player-bar'
import { MarksSource } from '@/features/media/marks'
import { trackOf } from '@/features/media/player-state'
import { usePlayer } from '@/features/media/use-player'
import { useRecordingMarks } from '@/features/sound-lab/use-recording-marks'
import { cn } from '@/lib/cn'
import { tintStyle } from '@/ui/tint'
import './mini-player.css'

/** What plays, at the foot of every page: above the tabs of a phone, beside the rail of a wide screen. */
export function MiniPlayer() {
  const { user } = useSession()
  const track = usePlayer(({ now }) => now && trackOf(now))
  if (track === undefined) return null
  return (
    <section
      aria-label="Player"
      style={tintStyle(track.tint)}
      className={cn('mini-player tinted', user !== null && 'mini-player-with-tabs')}
    >
      <MarksSource value={useRecordingMarks}>
        <PlayerBar
          title={(words) =>
            track.showId === null ? (
              <Link to="/sound-lab/$audioId" params={{ audioId: track.id }} className="hover:text-accent">
                {words}
              </Link>
            ) : (
              <Link to="/shows/$showId/audio" params={{ showId: track.showId }} className="hover:text-accent">
                {words}
              </Link>
            )
          }
        />
      </MarksSource>
    </section>
  )
}
