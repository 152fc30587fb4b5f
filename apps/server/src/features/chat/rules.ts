import type { Message } from '@sharemyshows/contract/chat'

/** What notifications of a conversation's messages are gathered by. */
export const topicOf = (conversationId: string): string => `message:${conversationId}`

/** A message as a row of a view; its author's parts are null once the account is gone. */
export type MessageRow = Omit<Message, 'user'> & {
  user_id: string | null
  username: string
  display_name: string | null
  avatar: string | null
}

export const messageOf = ({ user_id, username, display_name, avatar, ...rest }: MessageRow): Message => ({
  ...rest,
  user: user_id === null ? null : { id: user_id, username, display_name, avatar },
})
