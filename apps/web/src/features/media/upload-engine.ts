import type { Progress } from '@sharemyshows/contract/live'
import { takeLead } from '@/lib/lead'
import { type Command, NOTHING, type Snapshot } from './upload-commands'
import type { Upload } from './upload-item'
import { type Hooks, UploadQueue } from './upload-queue'
import { openShelf } from './upload-shelf'

/** What tabs tell each other: who comes asks how things stand, and those who do not send ask the one that does. */
type Message = { hello: true } | { snapshot: Snapshot } | { command: Command }

/** The uploads of one person in this tab, whichever tab does the sending. */
export type Engine = {
  read: () => Snapshot
  subscribe: (listener: () => void) => () => void
  obey: (command: Command) => void
  file: (key: string) => Promise<Blob | undefined>
  hear: (progress: Progress) => void
  wake: () => void
  sleep: () => void
  close: () => void
}

/** Opens a person's uploads. `hooks.onArrived` is called in the tab that sends. */
export async function openEngine(owner: string, hooks: Omit<Hooks, 'shelf'>): Promise<Engine> {
  const shelf = await openShelf()
  const name = `uploads-${owner}`
  const channel = new BroadcastChannel(name)
  const closing = new AbortController()
  const listeners = new Set<() => void>()
  let queue: UploadQueue | undefined
  let told: Snapshot = { uploads: await shelf.load(owner) }
  /** What was added here and has not been seen in the sending tab yet. */
  let unseen: (Command & { do: 'add' })[] = []

  const say = (message: Message) => channel.postMessage(message)
  const tell = (snapshot: Snapshot) => {
    told = snapshot
    for (const listener of listeners) listener()
  }
  const hearOthers = ({ data }: MessageEvent<Message>) => {
    if ('snapshot' in data) {
      if (queue) return
      unseen = unseen.filter(({ uploads }) => !uploads.every((one) => isIn(data.snapshot.uploads, one)))
      tell(data.snapshot)
    } else if (queue && 'command' in data) queue.obey(data.command)
    else if (queue) say({ snapshot: queue.read() })
  }
  const lead = async () => {
    const uploads = await shelf.load(owner)
    if (closing.signal.aborted) return
    const leading = new UploadQueue({ ...hooks, shelf }, uploads)
    queue = leading
    leading.subscribe(() => {
      tell(leading.read())
      say({ snapshot: leading.read() })
    })
    for (const command of unseen.splice(0)) leading.obey(command)
    tell(leading.read())
    say({ snapshot: leading.read() })
  }

  channel.onmessage = hearOthers
  say({ hello: true })
  takeLead(name, closing.signal, () => void lead())

  return {
    read: () => told,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    obey(command) {
      if (queue) return queue.obey(command)
      if (command.do === 'add') unseen.push(command)
      say({ command })
    },
    file: (key) => queue?.file(key) ?? shelf.file(key),
    hear: (progress) => queue?.hear(progress),
    wake: () => queue?.wake(),
    sleep: () => queue?.sleep(),
    close() {
      closing.abort()
      queue?.stop()
      channel.close()
      listeners.clear()
      told = NOTHING
    },
  }
}

const isIn = (uploads: readonly Upload[], { key }: Upload): boolean => uploads.some((one) => one.key === key)
