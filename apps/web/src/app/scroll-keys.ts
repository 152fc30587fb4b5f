import type { AnyRouter, ParsedLocation } from '@tanstack/react-router'

/** The page that is being left, while the next one is still on its way. */
let leaving: string | undefined

/** Under which name the place on a page is kept. A page that is half left is not to be measured once more. */
export function scrollKey(location: ParsedLocation): string {
  const key = nameOf(location)
  return key === leaving ? 'half left' : key
}

/**
 * Whoever opens a page and goes back before it has come finds the list where it was left: the router would keep the
 * place again as the second step begins, when the stand-in of the new page has moved it to the top.
 */
export function keepPlaceOfHalfLeftPages(router: AnyRouter): void {
  router.subscribe('onBeforeLoad', ({ fromLocation, toLocation }) => {
    const from = fromLocation && nameOf(fromLocation)
    leaving = from === nameOf(toLocation) ? undefined : from
  })
  // Until then a further step would still begin at the page before.
  router.subscribe('onResolved', () => {
    leaving = undefined
  })
}

const nameOf = ({ state, href }: ParsedLocation) => state.__TSR_key ?? href
