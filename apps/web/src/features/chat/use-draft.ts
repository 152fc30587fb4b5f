import { useCallback, useState } from 'react'
import { keep, readKept } from '@/lib/kept'
import { nameOfPlace, type Place } from './unsent'

/** What I have begun to write there, kept on this device until it is sent. */
export function useDraft(myId: string, place: Place): [text: string, write: (text: string) => void] {
  const key = `message-draft:${myId}:${nameOfPlace(place)}`
  const [text, setText] = useState(() => readKept(key) ?? '')
  const write = useCallback(
    (next: string) => {
      setText(next)
      keep(key, next)
    },
    [key],
  )
  return [text, write]
}
