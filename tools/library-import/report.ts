import type { Outcome } from './add.ts'

const EVERY_MS = 5_000

export type Report = {
  add(file: string, outcome: Outcome): void
  /** A file that is no audio, or a folder that could not be read. */
  pass(file: string, is: 'other' | 'unread'): void
  /** Says how it went; gives the exit code. */
  end(): 0 | 1
}

/** Tells now and then how far it is, and at the end what happened. */
export function createReport(total: number, say: (line: string) => void): Report {
  const counted = { added: 0, there: 0, other: 0 }
  const failed: string[] = []
  let said = performance.now()
  const standing = () =>
    `${counted.added} added, ${counted.there} were there already, ${counted.other} no audio, ${failed.length} failed`
  return {
    add(file, outcome) {
      if ('reason' in outcome) failed.push(`${file}: ${outcome.reason}`)
      else counted[outcome.is]++
      if (performance.now() - said < EVERY_MS) return
      said = performance.now()
      say(`… ${counted.added + counted.there + failed.length} of ${total}: ${standing()}`)
    },
    pass(file, is) {
      if (is === 'other') counted.other++
      else failed.push(`${file}: This folder cannot be read, or lies too deep.`)
    },
    end() {
      say(`${standing()}.`)
      for (const one of failed) say(`FAILED  ${one}`)
      return failed.length === 0 ? 0 : 1
    },
  }
}
