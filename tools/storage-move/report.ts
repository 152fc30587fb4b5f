import type { Moved } from './move.ts'

const EVERY_MS = 5_000

export type Report = {
  add(moved: Moved): void
  /** Says how it went; gives the exit code. */
  end(arriving: number): 0 | 1
}

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`

/** Tells now and then how far it is, and at the end what happened. */
export function createReport(dryRun: boolean, say: (line: string) => void): Report {
  const counted = { copied: { files: 0, bytes: 0 }, there: { files: 0, bytes: 0 } }
  const failed: { key: string; reason: string }[] = []
  let said = performance.now()
  const standing = () => {
    const { copied, there } = counted
    const copying = dryRun ? 'to be copied' : 'copied and read back'
    const being = dryRun ? 'there with the right size' : 'there with the right bytes'
    return `${copied.files} files (${megabytes(copied.bytes)}) ${copying}, ${there.files} were ${being}, ${failed.length} failed`
  }
  return {
    add(moved) {
      if (moved.outcome === 'failed') failed.push(moved)
      else {
        counted[moved.outcome].files++
        counted[moved.outcome].bytes += moved.bytes
      }
      if (performance.now() - said < EVERY_MS) return
      said = performance.now()
      say(`… ${standing()}`)
    },
    end(arriving) {
      say(`${standing()}.`)
      if (arriving > 0) {
        say(`${arriving} uploads are still arriving and were left; on the other side they begin again.`)
      }
      for (const { key, reason } of failed) say(`FAILED  ${key} ${reason}`)
      return failed.length === 0 ? 0 : 1
    },
  }
}
