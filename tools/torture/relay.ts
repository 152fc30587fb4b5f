import { connect, createServer, type Socket } from 'node:net'
import { freePort } from '../free-port.ts'

/** A network between client and server that can die. */
export type Relay = {
  url: string
  /** From now on nothing passes any more: with a word to both sides, or in silence as when a phone loses its signal. */
  drop(silently: boolean): void
  close(): void
}

export async function createRelay(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target)
  const pairs = new Set<[Socket, Socket]>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    near.pipe(far).pipe(near)
    for (const side of pair) side.on('error', () => {})
    near.once('close', () => far.destroySoon())
    far.once('close', () => near.destroySoon())
  })
  const own = await freePort()
  await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${own}`,
    drop(silently) {
      for (const [near, far] of pairs) {
        near.removeAllListeners('close')
        far.removeAllListeners('close')
        near.unpipe()
        far.unpipe()
        if (silently) continue
        near.resetAndDestroy()
        far.resetAndDestroy()
      }
    },
    close() {
      for (const side of [...pairs].flat()) side.destroy()
      server.close()
    },
  }
}
