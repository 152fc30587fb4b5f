import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { anchorOf, type Comment } from './model'

export type Earlier = {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

const PREFIX = anchorOf('')
/** How far back the page looks for a comment by itself. */
const MOST_PAGES = 20

/** The comment that the page's address names; it is looked for among the earlier ones and brought into view. */
export function useLinked(thread: readonly Comment[], earlier: Earlier): string | undefined {
  const hash = useLocation({ select: (location) => location.hash })
  const linked = hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : undefined
  const isHere = thread.some(({ id }) => id === linked)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = earlier
  const looked = useRef(0)

  useEffect(() => {
    if (linked === undefined || isHere || !hasNextPage || isFetchingNextPage) return
    if (looked.current++ < MOST_PAGES) void fetchNextPage()
  }, [linked, isHere, hasNextPage, isFetchingNextPage, fetchNextPage])

  useEffect(() => {
    if (linked === undefined || !isHere) return
    document.getElementById(anchorOf(linked))?.scrollIntoView({ block: 'center' })
  }, [linked, isHere])
  return linked
}
