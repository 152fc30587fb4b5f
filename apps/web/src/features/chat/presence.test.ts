import { expect, it } from 'vitest'
import { comeOrGone } from './presence'

const person = (id: string) => ({ id, username: id, display_name: null, avatar: null })
const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id)

it('knows who is here, each once, and counts where there are too many to name', () => {
  let present: Parameters<typeof comeOrGone>[0] = { items: [person('ana')], active: 1 }
  const news = (event: 'user_joined' | 'user_left', id: string | null, active: number) => {
    const user = id === null ? null : person(id)
    present = comeOrGone(present, { event, payload: { conversation_id: 'c', user, active } })
  }
  news('user_joined', 'bo', 2)
  news('user_joined', 'bo', 2)
  expect(ids(present)).toEqual(['ana', 'bo'])
  news('user_left', 'ana', 1)
  news('user_joined', null, 140)
  expect([ids(present), present.active]).toEqual([['bo'], 140])
})
