import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useEffectEvent, useRef } from 'react'

/** With so few left to page through, the next ones are fetched. */
const NEAR_THE_END = 4

type List = {
  media: readonly { id: string }[]
  /** Fetches those after these; absent when there are none, or they are on the way. */
  onMore: (() => void) | undefined
}

/**
 * Which one of a list is open in full, kept in the address as `?photo=` or `?video=`: it can be shared, and the back
 * button closes it.
 */
export function useOpenMedium(kind: 'photo' | 'video', { media, onMore }: List) {
  const router = useRouter()
  const navigate = useNavigate()
  const { [kind]: openId } = useSearch({ strict: false })
  const openedHere = useRef(false)

  const show = useCallback(
    (id: string | undefined, replace = true) =>
      void navigate({
        to: '.',
        search: (known) => ({ ...known, [kind]: id }),
        replace,
        resetScroll: false,
      }),
    [navigate, kind],
  )
  const open = useCallback(
    (id: string) => {
      openedHere.current = true
      show(id, false)
    },
    [show],
  )
  const close = () => {
    if (openedHere.current) router.history.back()
    else show(undefined)
    openedHere.current = false
  }

  const at = media.findIndex(({ id }) => id === openId)
  const more = useEffectEvent(() => onMore?.())
  const needsMore =
    openId !== undefined && onMore !== undefined && (at < 0 || at > media.length - NEAR_THE_END)
  useEffect(() => {
    if (needsMore) more()
  }, [needsMore])

  /** Goes on to one beside it, for it is about to go. */
  const leave = () => {
    const next = media[at + 1] ?? media[at - 1]
    if (next) show(next.id)
    else close()
  }
  return { openId, at, open, show, close, leave }
}
