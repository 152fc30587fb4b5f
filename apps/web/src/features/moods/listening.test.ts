import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Listening } from './listening'

const begin = vi.fn(async (trackId: string) => `listen of ${trackId}`)
const tell = vi.fn(async () => undefined)
let listening: Listening

const at = (id: string, position: number, sounding = true) =>
  listening.hear({ id, position, length: 60, sounding })
/** Hears a recording second by second. */
const hear = (id: string, from: number, to: number) => {
  for (let second = from; second <= to; second++) at(id, second)
}
const told = async () => {
  await vi.waitFor(() => expect(tell).toHaveBeenCalled())
  return tell.mock.lastCall
}

beforeEach(() => {
  vi.clearAllMocks()
  listening = new Listening({ begin, tell })
  listening.know(
    [
      { id: 'a', audio_id: 'A' },
      { id: 'b', audio_id: 'B' },
      { id: 's', audio_id: null },
    ],
    'sad',
  )
})

describe('what is heard', () => {
  it('begins when it sounds, with its mood, and only for tracks', () => {
    at('A', 0, false)
    at('other', 0)
    expect(begin).not.toHaveBeenCalled()
    at('A', 0)
    at('A', 1)
    expect(begin.mock.calls).toEqual([['a', 'sad']])
  })

  it('is finished when the next begins at its end', async () => {
    hear('A', 0, 59)
    at('B', 0)
    expect(await told()).toEqual(['listen of a', 59, 'finished'])
    expect(begin).toHaveBeenCalledTimes(2)
  })

  it('is finished when the last of a list stands at its beginning again', async () => {
    hear('A', 0, 59)
    at('A', 0, false)
    expect(await told()).toEqual(['listen of a', 59, 'finished'])
  })

  it('is skipped when another begins before its end, and counts no jump', async () => {
    hear('A', 0, 4)
    hear('A', 40, 43)
    at('B', 0)
    expect(await told()).toEqual(['listen of a', 7, 'skipped'])
  })

  it('is stopped when the player is closed, or the page', async () => {
    hear('A', 0, 5)
    listening.leave()
    expect(await told()).toEqual(['listen of a', 5, 'stopped'])
    listening.hear(undefined)
    await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(2))
  })

  it('is told now and then while it goes on', async () => {
    hear('A', 0, 31)
    expect(await told()).toEqual(['listen of a', 30, 'playing'])
    expect(tell).toHaveBeenCalledOnce()
  })

  it('goes on where nobody can be told', async () => {
    begin.mockRejectedValueOnce(new Error('offline'))
    hear('A', 0, 3)
    at('B', 0)
    at('B', 1)
    listening.hear(undefined)
    expect(await told()).toEqual(['listen of b', 1, 'stopped'])
  })
})
