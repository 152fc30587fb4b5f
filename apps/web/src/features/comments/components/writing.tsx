import { useEffect, useEffectEvent } from 'react'
import type { Person } from '../model'
import { useDraft, useOutbox } from '../use-writing'
import { Composer } from './composer'
import { UnsentItem } from './unsent-item'

type WritingProps = {
  showId: string
  me: Person
  people: readonly Person[]
  readers: string
  toEnd: () => void
}

/** What I write: what is still on its way, and the field, which stays at the foot of the screen. */
export function Writing({ showId, me, people, readers, toEnd }: WritingProps) {
  const { outbox, unsent } = useOutbox(showId, me.id)
  const [text, write] = useDraft(showId, me.id)
  const failed = unsent.filter(({ state }) => state === 'failed').length
  const show = useEffectEvent(toEnd)
  // its buttons must not stay behind the field
  useEffect(() => {
    if (failed > 0) show()
  }, [failed])
  const send = (content: string) => {
    outbox.add(content)
    requestAnimationFrame(toEnd)
  }
  return (
    <>
      {unsent.map((one) => (
        <UnsentItem key={one.key} unsent={one} me={me} outbox={outbox} />
      ))}
      <div className="-mx-4 sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] z-10 mt-4 bg-page/90 px-4 py-3 backdrop-blur-xl sm:mx-0 sm:bottom-0 sm:px-0">
        <Composer {...{ text, write, send, readers }} people={people.filter(({ id }) => id !== me.id)} />
      </div>
    </>
  )
}
