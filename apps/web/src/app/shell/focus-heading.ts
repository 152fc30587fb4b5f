import type { AnyRouter } from '@tanstack/react-router'

/**
 * After a change of page, moves the focus to the new page's h1 (give it `tabIndex={-1}`), so that a screen
 * reader says where one is and the Tab key begins there. A tab within a page keeps its h1 and the focus, and a page
 * that begins in a field of its own, such as one for a code, keeps it there.
 */
export function focusHeadingOnNavigation(router: AnyRouter): void {
  let known: Element | null | undefined
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    const heading = document.querySelector<HTMLElement>('h1[tabindex="-1"]')
    const isNew = heading !== known
    known = heading
    if (fromLocation && pathChanged && isNew && !beginsInField()) heading?.focus({ preventScroll: true })
  })
}

const beginsInField = (): boolean => document.activeElement?.matches('main input') ?? false
