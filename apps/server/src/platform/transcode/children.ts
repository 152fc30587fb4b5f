import type { ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'

/** What a child sees: nothing of our settings. One arena keeps what many threads allocate in one place. */
export const ENVIRONMENT = {
  LC_ALL: 'C',
  MALLOC_ARENA_MAX: '2',
  ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {}),
}

export type Exit = { code: number | null; signal: NodeJS.Signals | null }

/** The end of a child and of all it puts out; rejects when it could not be started. */
export function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
}

/** The end of what it complained is kept; a broken file can make it complain for hours. */
const COMPLAINT_BYTES = 8192

export function complaintsOf({ stderr }: ChildProcess): () => string {
  let text = ''
  const stream = stderr as Readable
  stream.setEncoding('utf8')
  stream.on('data', (more: string) => {
    text = (text + more).slice(-COMPLAINT_BYTES)
  })
  return () => text
}
