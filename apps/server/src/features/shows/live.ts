import { type ShowPart, WatchShow } from '@sharemyshows/contract/live'
import type { LivePart } from '../../platform/live/live.ts'
import { message } from '../../platform/live/messages.ts'

/** Those of `people` who see a show. */
export type SeersOfShow = (people: readonly string[], id: string) => Promise<readonly string[]>

/** A show's page watches the show, and is told which part of it to read again. */
export const live = (admitted: SeersOfShow): LivePart => ({
  rooms: {
    show: {
      admitted,
      changed: (show_id, what: ShowPart) => ({ event: 'show_changed', payload: { show_id, what } }),
      closed: (show_id) => ({ event: 'show_closed', payload: { show_id } }),
    },
  },
  messages: {
    watch_show: message(WatchShow, (asker, { show_id }) => asker.watch('show', show_id)),
    unwatch_show: message(WatchShow, async (asker, { show_id }) => asker.quit('show', show_id)),
  },
})
