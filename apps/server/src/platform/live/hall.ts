import { type Page, type Said, SocketPage } from './page.ts'
import type { PlainPages } from './plain.ts'
import type { LiveServer, LiveSocket } from './socket.ts'

export type Hall = ReturnType<typeof createHall>

/** The room of all pages of a person, and of a session. */
export const personal = (userId: string) => `user:${userId}`
export const session = (sessionId: string) => `session:${sessionId}`

/** All open pages of this process and the rooms they are in, whichever way they came. */
export function createHall(io: LiveServer, plain: PlainPages) {
  const pages = new WeakMap<LiveSocket, SocketPage>()
  const pageOf = (id: string) => {
    const socket = io.sockets.sockets.get(id)
    return socket === undefined ? [] : (pages.get(socket) ?? [])
  }
  return {
    /** The page of a socket that has just come. */
    receive(socket: LiveSocket): Page {
      const page = new SocketPage(socket, socket.data.actor)
      pages.set(socket, page)
      return page
    },
    has: (room: string): boolean => io.sockets.adapter.rooms.has(room) || plain.in(room).size > 0,
    pagesIn: (room: string): Page[] => [
      ...[...(io.sockets.adapter.rooms.get(room) ?? [])].flatMap(pageOf),
      ...plain.in(room),
    ],
    pages: (): Page[] => [...[...io.sockets.sockets.keys()].flatMap(pageOf), ...plain.all()],
    /** Tells all pages in a room, but for those in other rooms; written out once, however many they are. */
    tell(room: string, said: Said, except: readonly string[] = []): void {
      io.to(room)
        .except([...except])
        .emit(said.event, said.payload as never)
      plain.tell(room, said, except)
    },
    close(rooms: readonly string[]): void {
      io.in([...rooms]).disconnectSockets(true)
      for (const room of rooms) for (const page of [...plain.in(room)]) page.close()
    },
    closeAll(): void {
      io.disconnectSockets(true)
      for (const page of [...plain.all()]) page.close()
    },
  }
}
