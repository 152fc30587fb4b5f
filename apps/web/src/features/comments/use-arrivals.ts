import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Comment, sayNew } from './model'

/**
 * What others have said since the end of the thread was last in view. At the end new comments come into view by
 * themselves; elsewhere nothing moves, and they are counted.
 */
export function useArrivals(thread: readonly Comment[], myId: string | undefined) {
  const end = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  const last = thread.at(-1)?.id ?? ''
  const [seenTo, setSeenTo] = useState(last)
  if (atEnd && last > seenTo) setSeenTo(last)
  const arrived = thread.filter(({ id, user }) => id > seenTo && user?.id !== myId)

  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => setAtEnd(entry?.isIntersecting ?? false))
    if (end.current) watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [])

  const said = useSaid(thread, myId)
  const length = useRef(thread.length)
  useLayoutEffect(() => {
    const longer = thread.length > length.current
    length.current = thread.length
    if (longer && atEnd) end.current?.scrollIntoView({ block: 'nearest' })
  }, [thread.length, atEnd])

  const toEnd = () => {
    setSeenTo(last)
    end.current?.scrollIntoView({ block: 'end', behavior: 'smooth' })
  }
  return { end, arrived, toEnd, said }
}

/** Tells those who do not see the screen what has come. */
function useSaid(thread: readonly Comment[], myId: string | undefined): string {
  const last = thread.at(-1)?.id ?? ''
  const [known, setKnown] = useState(last)
  const [said, setSaid] = useState('')
  if (last > known) {
    const fresh = thread.filter(({ id, user }) => id > known && user?.id !== myId)
    setKnown(last)
    setSaid(fresh.length > 0 ? sayNew(fresh.length) : '')
  }
  return said
}
