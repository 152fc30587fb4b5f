import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useWayBack } from '../trail'

const BACK =
  '-ml-2 inline-flex min-h-11 items-center gap-1 rounded-control pr-3 pl-1 text-14 text-soft hover:text-ink'
const NAMES: readonly [RegExp, string][] = [
  [/^\/shows(\?|$)/, 'Shows'],
  [/^\/search\b/, 'Search'],
  [/^\/dashboard\b/, 'Home'],
]

type BackLinkProps = {
  /** What the open page and its tabs are about, as their addresses have it. */
  subject: string
  signedIn: boolean
}

/** Back to where one came from, at the place one left it; to the diary when that is not known. */
export function BackLink({ subject, signedIn }: BackLinkProps) {
  const wayBack = useWayBack(subject)
  if (!wayBack && !signedIn) return <span />
  if (!wayBack) {
    return (
      <Link to="/shows" className={BACK}>
        <ChevronLeft aria-hidden className="size-5" />
        Shows
      </Link>
    )
  }
  const goBack = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    wayBack.go()
  }
  return (
    <a href={wayBack.href} onClick={goBack} className={BACK}>
      <ChevronLeft aria-hidden className="size-5" />
      {NAMES.find(([address]) => address.test(wayBack.href))?.[1] ?? 'Back'}
    </a>
  )
}
