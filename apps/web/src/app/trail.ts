import { type RouterHistory, useRouter } from '@tanstack/react-router'
import { isEntrance } from '@/features/accounts/next'

/** The addresses in the browser's history by their place in it, as far as this visit has seen them. */
const trail: string[] = []

/** Forms, which nobody wants to go back to. */
const FORM = /^\/shows\/(create|edit)\b/

/** Remembers from now on which pages lie behind the one that is open. */
export function followTrail(history: RouterHistory): void {
  const here = () => history.location.state.__TSR_index
  trail[here()] = history.location.href
  history.subscribe(({ location, action }) => {
    if (action.type === 'PUSH') trail.length = here()
    trail[here()] = location.href
  })
}

/** An address without its question and its fragment. */
const pathOf = (href: string): string => href.replace(/[?#].*/, '')

/** The last page that was about something else than `subject`, and how many steps back it is. */
export function useWayBack(subject: string): { href: string; go: () => void } | undefined {
  const { history } = useRouter()
  const here = history.location.state.__TSR_index
  for (let place = here - 1; place >= 0; place--) {
    const href = trail[place]
    if (href === undefined) return undefined
    if (href.includes(subject) || FORM.test(href) || isEntrance(pathOf(href))) continue
    return { href, go: () => history.go(place - here) }
  }
  return undefined
}
