import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { keys } from '@/lib/keys'
import { onLive, onLiveAgain } from '@/lib/live'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { rereadMedia } from './api'
import { type Command, NOTHING, type Snapshot } from './upload-commands'
import type { Engine } from './upload-engine'
import { isAtRisk, isUnderWay, newUpload, type Upload } from './upload-item'
import { fitting, roomQuery } from './upload-room'
import { keepAwake } from './upload-wake'

/** Many files arrive at the same moment; one look at a show's lists is enough for all of them. */
const GATHER_MS = 600

type Opened = { owner: string; engine: Promise<Engine>; close: () => void }

let opened: Opened | undefined
let snapshot: Snapshot = NOTHING
const listeners = new Set<() => void>()
const adders = new Set<() => void>()

/** Opens the uploads of a person, whose signed-in pages all share them. Those of anybody else are closed. */
export function openUploads(owner: string, queryClient: QueryClient): Promise<Engine> {
  if (opened?.owner === owner) return opened.engine
  closeUploads()
  const engine = load(owner, queryClient)
  const ends = [
    onLive('upload_progress', (progress) => void engine.then(({ hear }) => hear(progress), nothing)),
    onLiveAgain(() => void engine.then(({ wake }) => wake(), nothing)),
    listen('online', () => void engine.then(({ wake }) => wake(), nothing)),
    listen('offline', () => void engine.then(({ sleep }) => sleep(), nothing)),
  ]
  const close = () => {
    for (const end of ends) end()
    void engine.then((one) => one.close(), nothing)
  }
  opened = { owner, engine, close }
  // Without a network the first chunk may be missing; the next call tries again.
  engine.catch(() => {
    if (opened?.engine === engine) closeUploads()
  })
  return engine
}

/** Stops, and forgets nothing: the person may come back. */
export function closeUploads(): void {
  opened?.close()
  opened = undefined
  show(NOTHING)
}

async function load(owner: string, queryClient: QueryClient): Promise<Engine> {
  const { openEngine } = await import('./upload-engine')
  const engine = await openEngine(owner, {
    send: async (sending) => (await import('./send-file')).sendFile(sending),
    giveUp: async (address) => (await import('./send-file')).giveUp(address),
    onArrived: ({ showId }) => rereadSoon(queryClient, showId),
  })
  if (opened?.owner === owner) {
    engine.subscribe(() => opened?.owner === owner && show(engine.read()))
    show(engine.read())
  }
  return engine
}

/** All uploads of the signed-in person, live. */
export const useUploads = (): Snapshot => useSyncExternalStore(subscribe, read, read)

/** Does what the person asks of the queue. */
export function ask(command: Command): void {
  void opened?.engine.then((engine) => engine.obey(command), nothing)
}

/** The bytes of an upload, while this browser has them. */
export const fileOf = async (key: string): Promise<Blob | undefined> => (await opened?.engine)?.file(key)

/** Calls the listener whenever files are added here. */
export function onAdded(listener: () => void): () => void {
  adders.add(listener)
  return () => adders.delete(listener)
}

/** Takes files for a show, or recordings for none; they go on their way by themselves, whatever page is open. */
export function useAddMedia(showId: string | null): (files: readonly File[]) => void {
  const queryClient = useQueryClient()
  return (files) => {
    if (files.length === 0) return
    add(queryClient, showId, files).catch((error) => toast.failed(sayProblem(error)))
  }
}

async function add(queryClient: QueryClient, showId: string | null, files: readonly File[]): Promise<void> {
  const owner = queryClient.getQueryData<{ user: { id: string } | null }>(keys.session)?.user?.id
  if (owner === undefined) return
  const now = Date.now()
  const engine = await openUploads(owner, queryClient)
  const made = files.map((file, n) => newUpload({ owner, showId, order: now + n / 10_000 }, file))
  const room = await queryClient.fetchQuery(roomQuery).catch(() => undefined)
  const uploads: Upload[] = fitting(made, engine.read().uploads, room)
  const bytes = new Map(made.map(({ key }, n) => [key, files[n] as Blob]))
  engine.obey({ do: 'add', uploads, files: bytes })
  for (const listener of adders) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const read = (): Snapshot => snapshot

function show(next: Snapshot): void {
  snapshot = next
  keepAwake(next.uploads.some(isUnderWay))
  // Only while there is something to lose: a listener that is always there keeps pages out of the back cache.
  window.removeEventListener('beforeunload', warn)
  if (next.uploads.some(isAtRisk)) window.addEventListener('beforeunload', warn)
  for (const listener of listeners) listener()
}

const warn = (event: Event) => event.preventDefault()
const nothing = () => undefined

const rereading = new Map<string | null, ReturnType<typeof setTimeout>>()

function rereadSoon(queryClient: QueryClient, showId: string | null): void {
  if (rereading.has(showId)) return
  const reread = () => {
    rereading.delete(showId)
    void rereadMedia(queryClient, showId)
    void queryClient.invalidateQueries({ queryKey: keys.storage })
  }
  rereading.set(showId, setTimeout(reread, GATHER_MS))
}

function listen(event: 'online' | 'offline', listener: () => void): () => void {
  window.addEventListener(event, listener)
  return () => window.removeEventListener(event, listener)
}
