import type { PersonalEvents, ServerToClientEvents } from '@sharemyshows/contract/live'
import { io, type Socket } from 'socket.io-client'
import { renewSession } from './renewal'

type Ears = {
  tell: <Event extends keyof PersonalEvents>(event: Event, payload: PersonalEvents[Event]) => void
  setState: (state: 'up' | 'down') => void
}

const SHORTEST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 15_000

/**
 * A socket that never gives up: the library reopens what the network broke, this file what the server closed or
 * refused. Returns the end of it.
 */
export function openSocket({ tell, setState }: Ears): () => void {
  const socket: Socket<ServerToClientEvents> = io({
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    reconnectionDelay: SHORTEST_WAIT_MS,
    reconnectionDelayMax: LONGEST_WAIT_MS,
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  // Not all at the same moment: a server that restarts has closed everybody's.
  const reopenSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => socket.connect(), SHORTEST_WAIT_MS + Math.random() * SHORTEST_WAIT_MS * 2)
  }
  const reopenSignedIn = () =>
    renewSession()
      // A refusal has ended the session here, which closes this socket.
      .then((renewed) => renewed && socket.connect())
      .catch(reopenSoon)

  socket.on('connect', () => setState('up'))
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return
    setState('down')
    if (reason === 'io server disconnect') reopenSoon()
  })
  socket.on('connect_error', (error) => {
    setState('down')
    if (socket.active) return
    if (error.message === 'unauthenticated') void reopenSignedIn()
    else reopenSoon()
  })
  socket.on('upload_progress', (payload) => tell('upload_progress', payload))

  return () => {
    clearTimeout(timer)
    socket.disconnect()
  }
}
