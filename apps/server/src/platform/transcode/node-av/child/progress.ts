import { LONGEST_SECONDS } from '../../limits.ts'
import type { Answer } from '../tasks.ts'
import { Refusal } from './refusal.ts'

/** Says how far a task has come, in seconds of the recording. */
export type Tell = (done: number) => void

const EVERY_MS = 250

export function say(answer: Answer): void {
  process.send?.(answer)
}

/** For a recording that says it lasts `duration` seconds; one that goes on for longer than any may is refused. */
export function makeTell(duration: number): Tell {
  let told = 0
  return (done) => {
    if (done > LONGEST_SECONDS + 1) throw new Refusal('too_long', `${done} seconds and more`)
    const now = performance.now()
    if (now - told < EVERY_MS) return
    told = now
    say({ progress: Math.min(done / duration, 0.99) })
  }
}
