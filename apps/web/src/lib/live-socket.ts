import type { PersonalEvents, ShowPart } from '@sharemyshows/contract/live'
import { io } from 'socket.io-client'
import { openChats } from './live-chats'
import type { ChatEars, OurSocket } from './live-ears'
import { renewSession } from './renewal'

type Ears = {
  tell: <Event extends keyof PersonalEvents>(event: Event, payload: PersonalEvents[Event]) => void
  setState: (state: 'up' | 'down') => void
  /** Ids of the shows that open pages watch. */
  watched: () => Iterable<string>
  tellOfShow: (showId: string, news: ShowPart | 'everything') => void
  /** The conversations that are open, by their ids. */
  chats: ReadonlyMap<string, ChatEars>
}

export type LiveSocket = {
  watch(showId: string): void
  unwatch(showId: string): void
  join(conversationId: string): void
  leave(conversationId: string): void
  close(): void
}

const SHORTEST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 15_000

/**
 * A socket that never gives up: the library reopens what the network broke, this file what the server closed or
 * refused. What is watched is watched again whenever it opens.
 */
export function openSocket({ tell, setState, watched, tellOfShow, chats }: Ears): LiveSocket {
  const socket: OurSocket = io({
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    reconnectionDelay: SHORTEST_WAIT_MS,
    reconnectionDelayMax: LONGEST_WAIT_MS,
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  // Not all at the same moment: a server that restarts has closed everybody's.
  const reopenSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => socket.connect(), SHORTEST_WAIT_MS + Math.random() * SHORTEST_WAIT_MS * 2)
  }
  /** Where there is reason to hope, nobody waits for the end of a pause that had grown long. */
  const reopenNow = () => {
    if (socket.connected || document.visibilityState === 'hidden') return
    clearTimeout(timer)
    socket.disconnect().connect()
  }
  window.addEventListener('online', reopenNow)
  document.addEventListener('visibilitychange', reopenNow)
  const reopenSignedIn = () =>
    renewSession()
      // A refusal has ended the session here, which closes this socket.
      .then((renewed) => renewed && socket.connect())
      .catch(reopenSoon)

  /** With `missed`, what came before the answer may never have been told. */
  const watch = (show_id: string, missed: boolean) =>
    socket.emit('watch_show', { show_id }, (answer) => {
      const gone = !answer.ok && answer.error.code === 'not_found'
      if (missed || gone) tellOfShow(show_id, 'everything')
    })
  const { join, leave, joinAll } = openChats(socket, chats)
  // from the first opening on, or the first that failed, news may have been missed
  let late = false

  socket.on('connect', () => {
    for (const showId of watched()) watch(showId, late)
    joinAll()
    late = true
    setState('up')
  })
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return
    setState('down')
    if (reason === 'io server disconnect') reopenSoon()
  })
  socket.on('connect_error', (error) => {
    late = true
    setState('down')
    if (socket.active) return
    if (error.message === 'unauthenticated') void reopenSignedIn()
    else reopenSoon()
  })
  socket.on('upload_progress', (payload) => tell('upload_progress', payload))
  socket.on('account_changed', (payload) => tell('account_changed', payload))
  socket.on('notification', (payload) => tell('notification', payload))
  socket.on('conversation_changed', (payload) => tell('conversation_changed', payload))
  socket.on('friends_changed', (payload) => tell('friends_changed', payload))
  socket.on('show_changed', ({ show_id, what }) => tellOfShow(show_id, what))
  socket.on('show_closed', ({ show_id }) => tellOfShow(show_id, 'everything'))

  return {
    watch(showId) {
      if (socket.connected) watch(showId, false)
    },
    unwatch(showId) {
      if (socket.connected) socket.emit('unwatch_show', { show_id: showId })
    },
    join,
    leave,
    close() {
      window.removeEventListener('online', reopenNow)
      document.removeEventListener('visibilitychange', reopenNow)
      clearTimeout(timer)
      socket.disconnect()
    },
  }
}
