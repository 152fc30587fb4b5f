import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Cluster, PASSWORD_FILE, ROLE } from './cluster.ts'

/** How the server is reached: by the socket in its own data directory, or by a TCP port of 127.0.0.1. */
export type Endpoint = { kind: 'socket' } | { kind: 'tcp'; port: number }

/** The port that names the socket's file; no TCP port is opened by it. */
export const SOCKET_PORT = 5432

/** A socket where the system has them and its path is short enough, else a free port of 127.0.0.1. */
export async function chooseEndpoint(dir: string): Promise<Endpoint> {
  return hasSocket(dir) ? { kind: 'socket' } : { kind: 'tcp', port: await freePort() }
}

/** The endpoint of a server that already runs in `dir` on `port`. */
export function endpointAt(dir: string, port: number): Endpoint {
  return hasSocket(dir) ? { kind: 'socket' } : { kind: 'tcp', port }
}

/** The connection string for `database`, as node-postgres reads it. */
export async function urlOf(
  cluster: Pick<Cluster, 'dir'>,
  endpoint: Endpoint,
  database: string,
): Promise<string> {
  // Everything is spelled out, because node-postgres fills gaps from PGPORT, PGSSLMODE and the like.
  if (endpoint.kind === 'socket') {
    const host = encodeURIComponent(cluster.dir)
    return `postgresql://${ROLE}@/${database}?host=${host}&port=${SOCKET_PORT}&sslmode=disable`
  }
  const password = await readFile(join(cluster.dir, PASSWORD_FILE), 'utf8')
  return `postgresql://${ROLE}:${password.trim()}@127.0.0.1:${endpoint.port}/${database}?sslmode=disable`
}

function hasSocket(dir: string): boolean {
  // The kernel's address holds 107 bytes on Linux and 103 on macOS; Node has no such sockets on Windows.
  const limit = process.platform === 'linux' ? 107 : 103
  const path = join(dir, `.s.PGSQL.${SOCKET_PORT}`)
  return process.platform !== 'win32' && Buffer.byteLength(path) <= limit
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('127.0.0.1 gave no port')
  return address.port
}
