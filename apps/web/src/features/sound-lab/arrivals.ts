import type { LibraryItem } from '@sharemyshows/contract/audio-library'
import { isAtWork, sayStatus } from './model'

/** Where a recording is between the device and its result. */
export type Stage = 'sending' | 'preparing' | 'analysing' | 'done' | 'failed'

/** A recording on its way, or there: how far all of it is, 0–1, and what is being done, in words. */
export type Arrival = {
  key: string
  name: string
  stage: Stage
  share: number
  words: string
  /** Once the server has it. */
  audioId?: string | undefined
}

/** How much of the way is behind one when each part begins. */
const BEGINS = { preparing: 0.5, analysing: 0.65 } as const

const within = (from: number, to: number, share: number): number =>
  from + (to - from) * Math.min(1, Math.max(0, share))

/** How far all of it is while its bytes are sent. */
export const sendingShare = (share: number): number => within(0, BEGINS.preparing, share)

/** The same while what plays is made of it. */
export const preparingShare = (share: number): number => within(BEGINS.preparing, BEGINS.analysing, share)

/** How far all of it is once it is in the library; `prepared` is how far the making of what plays is. */
export function wayOf(
  { audio, analysis }: LibraryItem,
  prepared = 0,
): Pick<Arrival, 'stage' | 'share' | 'words'> {
  const preparing = preparingShare(prepared)
  if (audio.state === 'failed') {
    return { stage: 'failed', share: preparing, words: audio.failure ?? 'It could not be read.' }
  }
  // What is heard may be there before all that plays is.
  if (analysis.state === 'done') return { stage: 'done', share: 1, words: sayStatus(analysis) }
  if (analysis.state === 'running') {
    return {
      stage: 'analysing',
      share: within(BEGINS.analysing, 1, analysis.progress),
      words: sayStatus(analysis),
    }
  }
  if (audio.state === 'processing') {
    return { stage: 'preparing', share: preparing, words: 'Arrived · being prepared for playing' }
  }
  if (isAtWork(analysis)) return { stage: 'analysing', share: BEGINS.analysing, words: sayStatus(analysis) }
  return { stage: 'failed', share: BEGINS.analysing, words: sayStatus(analysis) }
}
