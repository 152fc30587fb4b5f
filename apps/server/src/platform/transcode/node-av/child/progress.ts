import { constants, setPriority } from 'node:os'
import type { Answer } from '../tasks.ts'

/** Says how far a task has come, in seconds of the recording. */
export type Tell = (done: number) => void

const EVERY_MS = 250

export function say(answer: Answer): void {
  process.send?.(answer)
}

/** For a recording of `duration` seconds. Ends this child when its parent is gone: nobody waits for it any more. */
export function makeTell(duration: number): Tell {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const parent = process.ppid
  let told = 0
  return (done) => {
    const now = performance.now()
    if (now - told < EVERY_MS) return
    told = now
    if (process.ppid !== parent) process.exit()
    say({ progress: Math.min(done / duration, 0.99) })
  }
}
