import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'

/** Which photo is open, kept in the address as `?photo=`: it can be shared, and the back button closes it. */
export function useOpenPhoto() {
  const router = useRouter()
  const navigate = useNavigate()
  const { photo } = useSearch({ strict: false })
  const openedHere = useRef(false)

  const show = useCallback(
    (id: string | undefined, replace = true) =>
      void navigate({
        to: '.',
        search: (known) => ({ ...known, photo: id }),
        replace,
        resetScroll: false,
      }),
    [navigate],
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
  return { photoId: photo, open, show, close }
}
