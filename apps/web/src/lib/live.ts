import type { PersonalEvents, ShowPart } from '@sharemyshows/contract/live'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ChatEars } from './live-ears'
import type { LiveSocket } from './live-socket'

type EventName = keyof PersonalEvents
type LiveState = 'off' | 'up' | 'down'

/** After this long without the server people are told; shorter gaps are not worth a word. */
const TELL_AFTER_MS = 2000

const events = new EventTarget()
let state: LiveState = 'off'
let stop: (() => void) | undefined
let socket: LiveSocket | undefined

/** What of a show is to be read again: a part, or all of it, when news may have been missed or there is no more. */
export type ShowNews = ShowPart | 'everything'
const watchers = new Map<string, Set<(news: ShowNews) => void>>()

/** Conversations that are open, by their ids. */
const chats = new Map<string, ChatEars>()

/** Opens the personal channel for the signed-in person; it is reopened for ever until `stopLive`. */
export function startLive(): void {
  if (stop) return
  let closed = false
  stop = () => {
    closed = true
    socket?.close()
    socket = undefined
  }
  import('./live-socket')
    .then(({ openSocket }) => {
      if (!closed) socket = openSocket({ tell, setState, watched: () => watchers.keys(), tellOfShow, chats })
    })
    // The page works without the channel, and a reload brings the missing piece.
    .catch(() => undefined)
}

/** Closes the channel, when the person signs out. */
export function stopLive(): void {
  stop?.()
  stop = undefined
  setState('off')
}

/** Calls the listener with every such event; returns the end of that. */
export function onLive<Event extends EventName>(
  event: Event,
  listener: (payload: PersonalEvents[Event]) => void,
): () => void {
  const heard = (fact: globalThis.Event) => listener((fact as CustomEvent<PersonalEvents[Event]>).detail)
  events.addEventListener(event, heard)
  return () => events.removeEventListener(event, heard)
}

/** Calls the listener when the channel is back: events may have been missed, so read again what matters. */
export function onLiveAgain(listener: () => void): () => void {
  events.addEventListener('again', listener)
  return () => events.removeEventListener('again', listener)
}

/**
 * Calls the listener with what has changed of a show, for as long as the returned function is not called. Those who are
 * not signed in have no channel and hear nothing.
 */
export function watchShow(showId: string, listener: (news: ShowNews) => void): () => void {
  const listeners = watchers.get(showId) ?? new Set()
  if (listeners.size === 0) socket?.watch(showId)
  watchers.set(showId, listeners.add(listener))
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    watchers.delete(showId)
    socket?.unwatch(showId)
  }
}

/** Joins a conversation for as long as the returned function is not called; one pair of ears each. */
export function joinChat(conversationId: string, ears: ChatEars): () => void {
  chats.set(conversationId, ears)
  socket?.join(conversationId)
  return () => {
    if (chats.get(conversationId) !== ears) return
    chats.delete(conversationId)
    socket?.leave(conversationId)
  }
}

/** True while the channel has been down for more than two seconds. */
export function useReconnecting(): boolean {
  const read = () => state
  const down = useSyncExternalStore(subscribe, read, read) === 'down'
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!down) return
    const timer = setTimeout(() => setLong(true), TELL_AFTER_MS)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [down])
  return down && long
}

function tell<Event extends EventName>(event: Event, payload: PersonalEvents[Event]): void {
  events.dispatchEvent(new CustomEvent(event, { detail: payload }))
}

function tellOfShow(showId: string, news: ShowNews): void {
  for (const listener of watchers.get(showId) ?? []) listener(news)
}

function setState(next: LiveState): void {
  if (next === state) return
  const again = state === 'down' && next === 'up'
  state = next
  events.dispatchEvent(new Event('state'))
  if (again) events.dispatchEvent(new Event('again'))
}

function subscribe(listener: () => void): () => void {
  events.addEventListener('state', listener)
  return () => events.removeEventListener('state', listener)
}
