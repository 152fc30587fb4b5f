import type { MusicSummary } from '@sharemyshows/contract/music'
import { Link } from '@tanstack/react-router'
import { AudioWaveform, ListMusic } from 'lucide-react'
import { buttonStyles } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'

const LINK = 'text-ink underline decoration-edge underline-offset-4 hover:text-accent'

/** Where there is nothing to choose from: what will be here, and what brings it. */
export function NoMusicYet({ total, features }: MusicSummary) {
  if (total === 0) {
    return (
      <EmptyState
        icon={<ListMusic />}
        title="Your music will answer here"
        action={
          <Link to="/sound-lab/upload" className={buttonStyles({ variant: 'primary' })}>
            <AudioWaveform aria-hidden />
            Add music
          </Link>
        }
      >
        Recordings of your shows and what you upload are listened to once, and then fit a mood. Spotify can be
        added in{' '}
        <Link to="/settings/connections" className={LINK}>
          Connections
        </Link>
        .
      </EmptyState>
    )
  }
  const tracks = total === 1 ? 'Your track' : `Your ${total} tracks`
  return (
    <EmptyState
      icon={<AudioWaveform />}
      title={features.awaited > 0 ? 'Just a moment' : 'No track has a mood yet'}
      action={
        <Link to="/music" className={buttonStyles()}>
          See your library
        </Link>
      }
    >
      {features.awaited > 0
        ? `${tracks} ${total === 1 ? 'is' : 'are'} being listened to. Each answers as soon as that is done.`
        : `How ${total === 1 ? 'your track feels' : `your ${total} tracks feel`} is not known. A recording of your own is listened to here.`}
    </EmptyState>
  )
}
