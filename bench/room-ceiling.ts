/** The ceiling of a room: bare Socket.IO, which keeps nothing and asks nobody, telling the same message. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'

// the product's own server, which this package does not depend on
const require = createRequire(path.join(import.meta.dirname, '../apps/server/package.json'))
const { Server } = require('socket.io') as typeof import('socket.io')

const http = createServer()
const io = new Server(http, { serveClient: false })
const ids = { conversation_id: randomUUID(), user: { id: randomUUID(), username: 'guest-0' } }
let number = 0

io.on('connection', (socket) => {
  socket.on('join_chat', ({ show_id }, answer) => {
    socket.join(show_id)
    answer({ ok: true })
  })
  socket.on('send_message', ({ show_id, text }) => {
    const now = new Date().toISOString()
    const user = { ...ids.user, display_name: null, avatar: null }
    const message = { id: randomUUID(), number: ++number, conversation_id: ids.conversation_id, text, user }
    const more = { edited: false, deleted: false, client_id: null, created_at: now, updated_at: now }
    io.to(show_id).emit('new_message', { ...message, ...more })
  })
})
http.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ceiling is ready'))
process.on('SIGTERM', () => process.exit())
