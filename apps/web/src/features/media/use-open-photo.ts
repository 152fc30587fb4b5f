import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'

/**
 * Which photo is open, kept in the address as `?photo=`: it can be shared, and the back button closes it. `opened`
 * is told when a link on this page opened one.
 */
export function useOpenPhoto() {
  const router = useRouter()
  const navigate = useNavigate()
  const { photo } = useSearch({ strict: false }) as { photo?: string }
  const openedHere = useRef(false)

  const show = (id: string | undefined) =>
    navigate({
      to: '.',
      search: (known) => ({ ...known, photo: id }),
      replace: true,
      resetScroll: false,
    })
  const close = () => {
    if (openedHere.current) router.history.back()
    else void show(undefined)
    openedHere.current = false
  }
  const opened = () => {
    openedHere.current = true
  }
  return { photoId: photo, show, close, opened }
}
