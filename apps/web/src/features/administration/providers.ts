import type { ProviderName, ProviderStanding } from '@sharemyshows/contract/providers'
import { sayAgo } from '@/lib/dates'
import { PROVIDER_NAMES } from '@/lib/lookups'

/** What each is asked about. */
export const PROVIDER_USES: Record<ProviderName, string> = {
  setlistfm: 'What was played, and what people attended',
  google: 'Venues and their addresses',
  musicbrainz: 'Who artists are, their covers, concerts',
  nominatim: 'Where venues are',
  photon: 'Venues while typing',
  spotify: 'Songs that people keep there, and playing them',
  soundnet: 'How songs of Spotify sound',
}

/** Whether it can be asked something small that belongs to nobody. */
export const canBeAsked = ({ name, configured }: ProviderStanding): boolean =>
  configured && name in PROVIDER_NAMES

/** Those that are set up come first. */
export const inOrder = (standings: readonly ProviderStanding[]): ProviderStanding[] =>
  standings.toSorted((one, other) => Number(other.configured) - Number(one.configured))

type State = { words: string; tone: 'plain' | 'success' | 'danger' }

/** How it is, in a word. */
export function stateOf({ configured, reachable }: ProviderStanding): State {
  if (!configured) return { words: 'Not set up', tone: 'plain' }
  if (reachable === null) return { words: 'Not asked yet', tone: 'plain' }
  return reachable ? { words: 'Answers', tone: 'success' } : { words: 'No answer', tone: 'danger' }
}

const count = new Intl.NumberFormat('en')

/** "31 of 1,440", "12" where nobody counts. */
export const sayAsked = ({ asked_today, most_a_day }: ProviderStanding): string =>
  most_a_day === null
    ? count.format(asked_today)
    : `${count.format(asked_today)} of ${count.format(most_a_day)}`

/** When it was last heard of: "answered 3 hours ago". */
export function sayHeard({ answered_at, failed_at }: ProviderStanding, now: number): string | null {
  const answered = answered_at && `answered ${sayAgo(answered_at, now)}`
  const failed = failed_at && `failed ${sayAgo(failed_at, now)}`
  return [answered, failed].filter(Boolean).join(', ') || null
}
