import type { Message as Said, Conversation as Told } from '@sharemyshows/contract/chat'

export type Message = Said
export type Conversation = Told
export type Person = NonNullable<Message['user']>
export type MessagePage = { items: Message[]; next_cursor: string | null }

/** Most characters of a message, as the server takes them. */
export const MOST_CHARACTERS = 4000

/** Whoever wrote it has deleted her account. */
const NOBODY = 'deleted user'

export const nameOf = (person: Pick<Person, 'username' | 'display_name'> | null): string =>
  person === null ? NOBODY : (person.display_name ?? person.username)

/** What this page knows of what was said. */
export type Known = {
  /** In the order of their numbers, each once. */
  messages: readonly Message[]
  /** From the oldest here up to this number nothing is missing. */
  settled: number
  /** Where earlier ones go on; null when these are all. */
  cursor: string | null
}

export const NOTHING: Known = { messages: [], settled: 0, cursor: null }

/** What a first page tells, which comes newest first. */
export function begin({ items, next_cursor }: MessagePage): Known {
  const messages = joined([], items)
  return { messages, settled: messages.at(-1)?.number ?? 0, cursor: next_cursor }
}

/** Adds what was told in whatever order; what lies before the oldest here waits until it is read in its turn. */
export function withMessages(known: Known, told: readonly Message[]): Known {
  const oldest = known.cursor === null ? 0 : (known.messages[0]?.number ?? 0)
  return {
    ...known,
    messages: joined(
      known.messages,
      told.filter(({ number }) => number >= oldest),
    ),
  }
}

/** Nothing up to this number is missing any more. */
export const settle = (known: Known, number: number): Known =>
  number > known.settled ? { ...known, settled: number } : known

/** Adds the page that `known.cursor` led to. */
export const withEarlier = (known: Known, { items, next_cursor }: MessagePage): Known => ({
  ...known,
  messages: joined(known.messages, items),
  cursor: next_cursor,
})

/** Both in the order of the numbers; of a message told twice, the later form. */
function joined(messages: readonly Message[], told: readonly Message[]): readonly Message[] {
  const [next] = told
  if (next === undefined) return messages
  if (told.length === 1 && next.number > (messages.at(-1)?.number ?? 0)) return [...messages, next]
  const byNumber = new Map(messages.map((message) => [message.number, message]))
  for (const message of told) {
    const old = byNumber.get(message.number)
    if (old === undefined || old.updated_at <= message.updated_at) byNumber.set(message.number, message)
  }
  return [...byNumber.values()].toSorted((one, other) => one.number - other.number)
}

/** The last of mine that can still be changed, for the arrow up in an empty field. */
export const lastOfMine = (messages: readonly Message[], myId: string): Message | undefined =>
  messages.findLast(({ user, deleted }) => user?.id === myId && !deleted)

/** How many of others' came after this number. */
export const countNew = (messages: readonly Message[], after: number, myId: string): number =>
  messages.reduce((sum, { number, user }) => sum + (number > after && user?.id !== myId ? 1 : 0), 0)

/** What a conversation is called: the other person, or the night. */
export const titleOf = ({ show, person }: Pick<Conversation, 'show' | 'person'>): string =>
  show === null ? nameOf(person) : show.artist_name
