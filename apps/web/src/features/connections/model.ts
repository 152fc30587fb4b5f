import type { LibrarySync } from '@sharemyshows/contract/library-sync'
import type { WayBack } from './address'

/** True while the server is at it or will be. */
export const isUnderWay = ({ state }: Pick<LibrarySync, 'state'>): boolean =>
  state === 'queued' || state === 'running' || state === 'waiting'

type Notice = { kind: 'done' | 'note' | 'failed'; text: string }
const NOTICES: Readonly<Record<WayBack, Notice>> = {
  connected: { kind: 'done', text: 'Spotify is connected' },
  refused: { kind: 'note', text: 'Spotify is not connected: you did not agree there.' },
  expired: { kind: 'failed', text: 'That took too long, or was used already. Begin again.' },
  taken: { kind: 'failed', text: 'That Spotify account is connected to somebody else here.' },
  failed: { kind: 'failed', text: 'Spotify did not answer as it should. Try again in a moment.' },
}

/** What to say when one is back from the provider's page. */
export const noticeOf = (way: WayBack): Notice => NOTICES[way]

/** How far fetching songs is, in a few words; `at` says when on my own clock: "at 12:30". */
export function saySync(sync: LibrarySync, at: (instant: string) => string): string {
  const { state, done, total, added, message, resumes_at: resumes } = sync
  const far = total === null ? `${done} songs` : `${done} of ${total} songs`
  switch (state) {
    case 'queued':
      return 'Begins in a moment'
    case 'running':
      return done === 0 ? 'Asking Spotify' : far
    case 'waiting':
      return [
        far,
        resumes ? `Spotify asks for a break; it goes on ${at(resumes)}` : 'Spotify asks for a break',
      ].join(' · ')
    case 'done':
      return `${done} songs are here, ${added} of them new · ${at(sync.updated_at)}`
    case 'cancelled':
      return `Stopped at ${far} · what came stays`
    case 'failed':
      return message ?? `It stopped at ${far}. Try again.`
  }
}
