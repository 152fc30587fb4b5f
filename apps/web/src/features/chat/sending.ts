import { useSyncExternalStore } from 'react'
import { takeLead } from '@/lib/lead'
import { onLiveAgain } from '@/lib/live'
import { postMessage } from './api'
import type { Message } from './model'
import { type News, Outbox } from './outbox'
import { memoryShelf, openShelf } from './outbox-shelf'
import { nameOfPlace, type Place, type Unsent } from './unsent'

const NONE: readonly Unsent[] = []
const listeners = new Set<() => void>()
const arrivals = new Set<(message: Message) => void>()
let outbox: Outbox | undefined
let opened: { owner: string; close: () => void } | undefined

/** Opens what a person has on its way; it goes on sending whatever page is open. Returns the end of it. */
export function openOutbox(owner: string): () => void {
  if (opened?.owner === owner) return closeOutbox
  closeOutbox()
  const closing = new AbortController()
  opened = { owner, close: () => closing.abort() }
  void begin(owner, closing.signal)
  return closeOutbox
}

function closeOutbox(): void {
  opened?.close()
  opened = undefined
  outbox = undefined
  tell()
}

async function begin(owner: string, signal: AbortSignal): Promise<void> {
  const shelf = typeof BroadcastChannel === 'undefined' ? memoryShelf() : await openShelf()
  if (signal.aborted) return
  const name = `messages-${owner}`
  const channel = shelf.shared ? new BroadcastChannel(name) : undefined
  const made = new Outbox(owner, {
    shelf,
    post: postMessage,
    onArrived: (message) => {
      for (const listener of arrivals) listener(message)
    },
    announce: (news) => channel?.postMessage(news),
  })
  outbox = made
  made.subscribe(tell)
  if (channel) channel.onmessage = ({ data }: MessageEvent<News>) => made.hear(data)
  window.addEventListener('online', made.wake, { signal })
  const ends = [onLiveAgain(made.wake), made.close, () => channel?.close()]
  signal.addEventListener('abort', () => {
    for (const end of ends) end()
  })
  if (shelf.shared) {
    await made.load()
    takeLead(name, signal, () => void made.lead())
  } else {
    await made.lead()
  }
}

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const read = (): readonly Unsent[] => outbox?.list() ?? NONE

/** All of mine that is on its way, or was not taken. */
export const useAllUnsent = (): readonly Unsent[] => useSyncExternalStore(subscribe, read, read)

/** What is on its way to one place, in order. */
export function useUnsent(place: Place): readonly Unsent[] {
  const name = nameOfPlace(place)
  return useAllUnsent().filter(({ to }) => nameOfPlace(to) === name)
}

export const say = (to: Place, text: string): void => outbox?.add(to, text)
export const retry = (clientId: string): void => outbox?.retry(clientId)
export const discard = (...clientIds: string[]): void => outbox?.discard(...clientIds)

/** Calls the listener with each message of mine as soon as the server has it, in whichever tab it was written. */
export function onArrival(listener: (message: Message) => void): () => void {
  arrivals.add(listener)
  return () => arrivals.delete(listener)
}
