import { describe, expect, it } from 'vitest'
import { after, type Playback, type PlayerEvent, type Track, trackOf } from './player-state'

const track = (id: string, length: number | null = 100): Track => ({
  id,
  length,
  showId: 'show',
  title: id,
  artist: 'Spinvis',
  venue: 'Tivoli',
  tint: 30,
  src: `/${id}`,
  hasWaveform: true,
})
const three = [track('a'), track('b', null), track('c', 50)]
const play = (...events: PlayerEvent[]): Playback | undefined =>
  events.reduce<Playback | undefined>((now, event) => after(now, event), undefined)
const start = (id: string, from = 0): PlayerEvent => ({ type: 'started', tracks: three, id, from })
const sound = (heard: Playback['sound']): PlayerEvent => ({ type: 'sound', sound: heard })
const heard = (now: Playback | undefined) => now && trackOf(now)?.id

describe('what plays', () => {
  it('begins where it is told to, and waits for its first bytes', () => {
    expect(play(start('c', 20))).toMatchObject({
      at: 2,
      wanted: true,
      sound: 'waiting',
      position: 20,
      length: 50,
    })
    expect(play(start('unknown'))).toBeUndefined()
  })

  it('knows its length once it has been measured', () => {
    expect(play(start('b'))?.length).toBe(0)
    expect(play(start('b'), { type: 'measured', length: 12.5 })?.length).toBe(12.5)
  })

  it('goes on to the next at its end, and after the last stands at the beginning of it', () => {
    expect(heard(play(start('a'), { type: 'ended' }))).toBe('b')
    const last = play(start('c', 49), { type: 'ended' })
    expect([heard(last), last?.wanted, last?.position]).toEqual(['c', false, 0])
  })

  it('steps back to its own beginning first, then to the one before', () => {
    const back: PlayerEvent = { type: 'stepped', by: -1 }
    expect(play(start('b', 9), back)).toMatchObject({ at: 1, position: 0 })
    expect(heard(play(start('b', 9), back, back))).toBe('a')
    expect(play(start('a'), back)).toMatchObject({ at: 0, position: 0 })
  })

  it('steps on while there is another', () => {
    const on: PlayerEvent = { type: 'stepped', by: 1 }
    expect(heard(play(start('b'), on))).toBe('c')
    expect(play(start('c', 7), on)).toMatchObject({ at: 2, position: 7 })
  })

  it('is followed by others than before, while it goes on', () => {
    const other: PlayerEvent = { type: 'followed', tracks: [track('d')] }
    const now = play(start('b', 8), other)
    expect(now).toMatchObject({ at: 1, position: 8, wanted: true })
    expect(now?.tracks.map(({ id }) => id)).toEqual(['a', 'b', 'd'])
    expect(heard(play(start('b'), other, { type: 'ended' }))).toBe('d')
    expect(play(other)).toBeUndefined()
  })

  it('stays within its length, as far as that is known', () => {
    expect(play(start('c'), { type: 'moved', to: 70 })?.position).toBe(50)
    expect(play(start('c'), { type: 'moved', to: -2 })?.position).toBe(0)
    expect(play(start('b'), { type: 'moved', to: 70 })?.position).toBe(70)
  })

  it('is still wanted while the network is gone, no longer once it has failed, and may be tried again', () => {
    expect(play(start('a'), sound('lost'))).toMatchObject({ wanted: true, sound: 'lost' })
    const failed = play(start('a'), sound('failed'))
    expect(failed).toMatchObject({ wanted: false, sound: 'failed' })
    expect(after(failed, { type: 'wanted', wanted: true })).toMatchObject({ wanted: true, sound: 'waiting' })
  })

  it('pauses without forgetting that its network is gone', () => {
    const paused = play(start('a'), sound('lost'), { type: 'wanted', wanted: false })
    expect(paused).toMatchObject({ wanted: false, sound: 'lost' })
  })

  it('ends when it is deleted, and outlives the deletion of another', () => {
    expect(play(start('b'), { type: 'dropped', ids: ['b'] })).toBeUndefined()
    const rest = play(start('b', 8), { type: 'dropped', ids: ['a'] })
    expect([heard(rest), rest?.at, rest?.position]).toEqual(['b', 0, 8])
  })

  it('is nothing once it is closed, whatever comes late', () => {
    expect(play(start('a'), { type: 'closed' }, sound('sounding'), { type: 'ended' })).toBeUndefined()
  })
})
