import { type RefObject, useEffect, useState } from 'react'
import type { Message } from './model'

/** What a message of mine is being changed to; beginning, the field has the focus at its end. */
export function useEditing(editing: Message | undefined, field: RefObject<HTMLTextAreaElement | null>) {
  const [changed, setChanged] = useState(editing?.text ?? '')
  const [known, setKnown] = useState(editing?.id)
  if (editing?.id !== known) {
    setKnown(editing?.id)
    setChanged(editing?.text ?? '')
  }
  const id = editing?.id
  useEffect(() => {
    const { current } = field
    if (id === undefined || !current) return
    current.focus()
    current.setSelectionRange(current.value.length, current.value.length)
  }, [id, field])
  return [changed, setChanged] as const
}
