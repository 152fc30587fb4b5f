import { StorageFault } from '../fault.ts'

type Said = Error & { code?: string; syscall?: string; $metadata?: { httpStatusCode?: number } }

const statusOf = (error: unknown) => (error as Said).$metadata?.httpStatusCode

/** True when the store says that there is no such object. HEAD has a status and no words. */
export const isMissing = (error: unknown): boolean =>
  statusOf(error) === 404 && (error as Said).name !== 'NoSuchBucket'

/** True when the store says that a range begins behind the end. */
export const isBeyondEnd = (error: unknown): boolean => statusOf(error) === 416

/** Calls that concern files; those of sockets have other names. */
const OWN_DISK = new Set(['open', 'read', 'write', 'lstat', 'stat'])

/** As stores of several makers say that a quota or their disk is used up. */
const FULL = /quota|storagefull|insufficientstorage|entitytoolarge|507/i

/** What a failed call means to us, in words without keys, signatures or headers; faults of our own disk stay. */
export function faultOf(error: unknown): Error {
  if (error instanceof StorageFault) return error
  const { name, message, code, syscall } = error as Said
  if (syscall !== undefined && OWN_DISK.has(syscall)) return error as Error
  const status = statusOf(error)
  const said = `${name}${code === undefined ? '' : ` ${code}`}${status === undefined ? '' : ` (${status})`}`
  if (status === 507 || status === 413 || FULL.test(name) || (status === 403 && FULL.test(message))) {
    return new StorageFault('STORAGE_FULL', `the object store has no room: ${said}`)
  }
  return new StorageFault('STORAGE_UNAVAILABLE', `the object store failed: ${said}`)
}
