import type { Mood } from '@sharemyshows/contract/moods'
import { isMood } from '@/lib/moods'

export const SPANS = [7, 30, 90, 365] as const
/** So many days back. */
export type Span = (typeof SPANS)[number]
export const USUAL_SPAN = 30

/** What of my moods is shown; left out what is usual. */
export type HistoryAsk = { days?: Span; mood?: Mood }

export function readHistoryAddress({ days, mood }: Record<string, unknown>): HistoryAsk {
  const span = SPANS.find((one) => one === Number(days) && one !== USUAL_SPAN)
  return { ...(span && { days: span }), ...(isMood(mood) && { mood }) }
}
