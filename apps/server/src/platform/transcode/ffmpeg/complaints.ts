import { fault } from '../limits.ts'

/** What only we can have done wrong, or the machine. */
const OURS =
  /Unknown encoder|Unrecognized option|Option not found|No such filter|No such file|Permission denied|No space left|Read-only file system/
const TOO_MUCH = /Cannot allocate memory|Out of memory|exceeds max_streams|File too large/
const NO_STREAM = /matches no streams|does not contain any stream/

/** Why a tool ended as it did: the file's fault, said as such, or ours. */
export function explain(
  { code, signal }: { code: number | null; signal: NodeJS.Signals | null },
  complaints: string,
): Error {
  // the last lines say it; a decoder's own complaints come before them
  const last = complaints.trim().split('\n').slice(-12).join('\n')
  if (OURS.test(last)) return new Error(`the tool failed: ${last.slice(-500)}`)
  // somebody else's SIGKILL is that of a system without memory
  if (TOO_MUCH.test(last) || signal === 'SIGKILL' || signal === 'SIGXFSZ') return fault('too_demanding')
  if (NO_STREAM.test(last)) return fault('no_stream')
  if (signal === 'SIGTERM' || signal === 'SIGINT' || code === 255) return new Error(`the tool was stopped`)
  return fault('file_corrupt')
}
