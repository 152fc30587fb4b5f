import type { Message } from './model'

const PEOPLE = ['ana', 'bo'] as const

/** Message `number` of a conversation, said by Ana or Bo at so many minutes past noon. */
export function message(
  number: number,
  parts: Partial<Message> & { by?: 'ana' | 'bo'; minute?: number } = {},
): Message {
  const { by = PEOPLE[number % 2] as 'ana' | 'bo', minute = number, ...rest } = parts
  const at = new Date(Date.UTC(2024, 5, 1, 12, minute)).toISOString()
  return {
    id: `id-${number}`,
    number,
    conversation_id: 'c',
    user: { id: by, username: by, display_name: null, avatar: null },
    text: `Line ${number}`,
    client_id: null,
    edited: false,
    deleted: false,
    created_at: at,
    updated_at: at,
    ...rest,
  }
}

export const messages = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, n) => message(from + n))
