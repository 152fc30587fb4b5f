import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Player } from './player'
import { type Track, trackOf } from './player-state'

/** As much of an audio element as the player touches; bytes never come by themselves. */
class FakeAudio extends EventTarget {
  src = ''
  currentTime = 0
  duration = Number.NaN
  readyState = 0
  volume = 1
  playbackRate = 1
  defaultPlaybackRate = 1
  ended = false
  seeking = false
  loads = 0
  paused = true
  refusal: DOMException | undefined
  play() {
    this.paused = false
    return this.refusal ? Promise.reject(this.refusal) : Promise.resolve()
  }
  pause() {
    this.paused = true
  }
  load() {
    this.loads += 1
  }
  getAttribute() {
    return this.src || null
  }
  removeAttribute() {
    this.src = ''
  }
  /** Something has happened to it. */
  tell(type: string, so: Partial<FakeAudio> = {}) {
    Object.assign(this, so)
    this.dispatchEvent(new Event(type))
  }
}

const track = (id: string): Track => ({
  id,
  showId: 'show',
  title: id,
  artist: 'Spinvis',
  venue: 'Tivoli',
  tint: 30,
  src: `/${id}`,
  hasWaveform: true,
  length: 1000,
})
const two = [track('a'), track('b')]

let audio: FakeAudio
let player: Player
let online: boolean
const hooks = { takeTurn: vi.fn(), placeOf: vi.fn(() => 0), keepPlace: vi.fn(), makeReady: vi.fn() }

const now = () => player.read().now
const heard = () => {
  const playback = now()
  return playback && trackOf(playback)?.id
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetAllMocks()
  hooks.placeOf.mockReturnValue(0)
  hooks.makeReady.mockResolvedValue(true)
  online = true
  audio = new FakeAudio()
  player = new Player({ audio: audio as unknown as HTMLAudioElement, isOnline: () => online, ...hooks })
})

describe('the player', () => {
  it('loads what is started, from where one stopped, and takes its turn', () => {
    hooks.placeOf.mockReturnValue(432)
    player.start(two, 'a')
    expect(audio).toMatchObject({ src: '/a', currentTime: 432, paused: false })
    expect(hooks.takeTurn).toHaveBeenCalledOnce()
    audio.tell('playing')
    expect(now()).toMatchObject({ sound: 'sounding', wanted: true })
  })

  it('goes on with the same bytes when what plays is started again, there or elsewhere in it', () => {
    player.start(two, 'a')
    player.pause()
    player.start(two, 'a')
    player.start(two, 'a', 70)
    expect(audio).toMatchObject({ loads: 1, currentTime: 70, paused: false })
  })

  it('goes on to the next at the end, and is quiet after the last', () => {
    player.start(two, 'a')
    audio.tell('ended')
    expect([heard(), audio.src, audio.paused]).toEqual(['b', '/b', false])
    audio.tell('ended', { currentTime: 1000 })
    expect([heard(), audio.currentTime, audio.paused]).toEqual(['b', 0, true])
  })

  it('follows the system: a pulled headphone pauses it, a button of the keyboard plays it', () => {
    player.start(two, 'a')
    audio.tell('pause')
    expect(now()?.wanted).toBe(false)
    audio.tell('play')
    expect(now()?.wanted).toBe(true)
  })

  it('waits for the network, says so, and goes on where it was', () => {
    player.start(two, 'a')
    audio.tell('playing', { readyState: 4 })
    audio.tell('timeupdate', { currentTime: 30 })
    online = false
    audio.tell('error')
    expect(now()).toMatchObject({ sound: 'lost', wanted: true, position: 30 })
    online = true
    audio.currentTime = 0
    player.revive()
    expect(audio).toMatchObject({ loads: 2, currentTime: 30, paused: false })
  })

  it('tries again by itself, after renewing what it may need, and gives up in the end', async () => {
    player.start(two, 'a')
    for (let tries = 0; tries < 4; tries++) {
      audio.tell('error')
      expect(now()?.sound).toBe('waiting')
      await vi.runAllTimersAsync()
    }
    expect(hooks.makeReady).toHaveBeenCalledTimes(4)
    expect(audio.loads).toBe(5)
    audio.tell('error')
    expect(now()).toMatchObject({ sound: 'failed', wanted: false })
    player.toggle()
    expect(audio.loads).toBe(6)
  })

  it('does not come back to what was left while it was to be tried again', async () => {
    player.start(two, 'a')
    audio.tell('error')
    player.next()
    await vi.runAllTimersAsync()
    expect([audio.src, audio.loads]).toEqual(['/b', 2])
  })

  it('does not come back to it either while it gets ready for the next try', async () => {
    const ready = Promise.withResolvers<boolean>()
    hooks.makeReady.mockReturnValue(ready.promise)
    player.start(two, 'a')
    audio.tell('error')
    await vi.runAllTimersAsync()
    player.next()
    ready.resolve(true)
    await vi.runAllTimersAsync()
    expect([audio.src, audio.loads]).toEqual(['/b', 2])
  })

  it('stays silent when the browser wants a touch first', async () => {
    audio.refusal = new DOMException('no', 'NotAllowedError')
    player.start(two, 'a')
    await vi.runAllTimersAsync()
    expect(now()?.wanted).toBe(false)
  })

  it('keeps the place now and then, when it pauses and when it is left', () => {
    player.start(two, 'a')
    audio.tell('timeupdate', { currentTime: 7, readyState: 4 })
    audio.tell('timeupdate', { currentTime: 8 })
    expect(hooks.keepPlace.mock.calls).toEqual([['a', 7, 1000]])
    player.pause()
    player.next()
    expect(hooks.keepPlace.mock.calls.slice(1)).toEqual([
      ['a', 8, 1000],
      ['a', 8, 1000],
    ])
  })

  it('lets go of everything when it is closed', () => {
    player.start(two, 'a')
    player.close()
    expect([now(), audio.src, audio.paused]).toEqual([undefined, '', true])
    audio.tell('timeupdate', { currentTime: 5, readyState: 4 })
    audio.tell('error')
    expect(now()).toBeUndefined()
  })
})
