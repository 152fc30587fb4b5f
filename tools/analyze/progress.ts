import { basename } from 'node:path'
import type { WriteStream } from 'node:tty'

const EVERY_MS = 100

/** Tells on a terminal how far it is, in one line that is written over; elsewhere only what is said. */
export function createProgress(to: WriteStream, files: readonly string[]) {
  const shares = new Map<number, number>()
  let shown = false
  let last = 0
  const clear = () => {
    if (shown) to.write('\r\x1b[K')
    shown = false
  }
  const show = (text: string) => {
    if (!to.isTTY) return
    clear()
    to.write(text.slice(0, to.columns - 1))
    shown = true
  }
  return {
    tell(index: number, share: number) {
      shares.set(index, share)
      const now = performance.now()
      if (now - last < EVERY_MS) return
      last = now
      const done = [...shares.values()].reduce((sum, each) => sum + each, 0) / files.length
      show(`${Math.round(done * 100)} %  ${basename(files[index] ?? '')}`)
    },
    show,
    say(text: string) {
      clear()
      to.write(`${text}\n`)
    },
    clear,
  }
}
