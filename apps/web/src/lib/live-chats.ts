import type { ChatEars, Heard, OurSocket } from './live-ears'

/** A "no" that only time can change is asked again after so long (ms). */
const AGAIN_MS = 3000
const FINAL = new Set(['not_found', 'room_closed', 'validation_failed'])

/** Keeps the conversations joined that pages have open, and hands them what is pushed of each. */
export function openChats(socket: OurSocket, chats: ReadonlyMap<string, ChatEars>) {
  const join = (conversationId: string) => {
    const ears = chats.get(conversationId)
    if (!ears || !socket.connected) return
    ears.joining()
    socket.emit('join_chat', { conversation_id: conversationId, after: ears.after() }, (answer) => {
      if (chats.get(conversationId) !== ears) return
      if (answer.ok || FINAL.has(answer.error.code)) ears.joined(answer)
      else setTimeout(() => chats.get(conversationId) === ears && join(conversationId), AGAIN_MS)
    })
  }
  const tell = (heard: Heard) => chats.get(heard.payload.conversation_id)?.hear(heard)

  socket.on('new_message', (payload) => tell({ event: 'new_message', payload }))
  socket.on('message_changed', (payload) => tell({ event: 'message_changed', payload }))
  socket.on('recent_messages', (payload) => tell({ event: 'recent_messages', payload }))
  socket.on('user_joined', (payload) => tell({ event: 'user_joined', payload }))
  socket.on('user_left', (payload) => tell({ event: 'user_left', payload }))
  socket.on('chat_closed', (payload) => tell({ event: 'chat_closed', payload }))

  return {
    join,
    leave(conversationId: string) {
      if (socket.connected) socket.emit('leave_chat', { conversation_id: conversationId })
    },
    joinAll() {
      for (const conversationId of chats.keys()) join(conversationId)
    },
  }
}
