import type { MoodSample } from '@sharemyshows/contract/moods'
import { MoodSample as Schema } from '@sharemyshows/contract/moods'
import type { Scores } from '@sharemyshows/mood/moods'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from './api'
import { Dj, type DjHooks } from './dj'
import { songs } from './fixtures-for-tests'
import { comingIn } from './queue'

const example = Schema.meta()?.example as MoodSample
const FACE: Scores = { happy: 0.9, sad: 0.04, angry: 0.03, neutral: 0.03 }
const answer = (...ids: string[]): Answer => ({ chosen_from: 40, items: songs(...ids) })

const recommend = vi.fn<DjHooks['recommend']>()
const write = vi.fn<DjHooks['write']>()
const correct = vi.fn<DjHooks['correct']>()
const follow = vi.fn<DjHooks['follow']>()
let dj: Dj

const coming = () => comingIn(dj.read().queue).map(({ track_id }) => track_id)
const settled = () => vi.waitFor(() => expect(dj.read()).toMatchObject({ list: 'here', asksMore: false }))

beforeEach(() => {
  vi.resetAllMocks()
  write.mockImplementation(async ({ mood = 'happy', valence = 0.8, energy = 0.75 }) => {
    return { ...example, id: 'sample', mood, valence, energy }
  })
  correct.mockImplementation(async (_, mood) => ({ ...example, mood, source: 'corrected' }))
  recommend.mockResolvedValue(answer('a', 'b', 'c', 'd'))
  dj = new Dj({ recommend, write, correct, follow })
})

describe('the DJ', () => {
  it('writes a place down, and asks for songs of that place', async () => {
    dj.choosePlace({ valence: 0.9, energy: 0.9 })
    await settled()
    expect(write).toHaveBeenCalledWith({ source: 'pad', valence: 0.9, energy: 0.9 })
    expect(recommend.mock.calls[0]?.slice(0, 2)).toEqual([{ valence: 0.9, energy: 0.9 }, []])
    expect(dj.read()).toMatchObject({
      mood: 'happy',
      source: 'pad',
      sample: { id: 'sample' },
      chosenFrom: 40,
    })
    expect(coming()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('stands where the mood is for this person', async () => {
    write.mockResolvedValueOnce({ ...example, mood: 'happy', valence: 0.6, energy: 0.5 })
    dj.chooseMood('happy')
    await settled()
    await vi.waitFor(() => expect(dj.read().place).toEqual({ valence: 0.6, energy: 0.5 }))
  })

  it('changes the songs that come with the mood, while the one that plays goes on', async () => {
    dj.chooseMood('happy')
    await settled()
    dj.hear('audio-b')
    recommend.mockResolvedValue(answer('x', 'y', 'z'))
    dj.chooseMood('sad')
    await settled()
    expect(recommend.mock.lastCall?.slice(0, 2)).toEqual([{ mood: 'sad' }, ['a', 'b']])
    expect(coming()).toEqual(['x', 'y', 'z'])
    expect(follow.mock.lastCall?.[0].map(({ track_id }) => track_id)).toEqual(['x', 'y', 'z'])
    expect(follow.mock.lastCall?.[1]).toBe('sad')
  })

  it('shows the songs of what was said last, whichever answer comes last', async () => {
    const late = Promise.withResolvers<Answer>()
    recommend.mockReturnValueOnce(late.promise).mockResolvedValueOnce(answer('new'))
    dj.chooseMood('angry')
    dj.chooseMood('neutral')
    await settled()
    late.resolve(answer('old'))
    await late.promise
    expect([coming(), dj.read().mood]).toEqual([['new'], 'neutral'])
  })

  it('corrects what is written down, and asks for songs of the right mood', async () => {
    dj.choosePlace({ valence: 0.9, energy: 0.9 })
    await settled()
    recommend.mockResolvedValue(answer('low'))
    await dj.correct('sad')
    expect(correct).toHaveBeenCalledWith('sample', 'sad')
    expect(dj.read()).toMatchObject({ mood: 'sad', source: 'corrected' })
    expect(coming()).toEqual(['low'])
  })

  it('follows a face when its mood changes, and not each window', async () => {
    const happy = { mood: 'happy', confidence: 0.9, scores: FACE } as const
    expect(await dj.see(happy)).toBe('happy')
    await settled()
    expect(await dj.see(happy)).toBe('happy')
    expect([write.mock.calls.length, recommend.mock.calls.length]).toEqual([2, 1])
    expect(await dj.see({ mood: null, confidence: 0.4, scores: FACE })).toBeNull()
    expect(dj.read().mood).toBe('happy')
  })

  it('believes a hand more than a face that still looks the same', async () => {
    const neutral = { mood: 'neutral', confidence: 0.8, scores: FACE } as const
    await dj.see(neutral)
    dj.chooseMood('happy')
    await dj.see(neutral)
    expect(dj.read()).toMatchObject({ mood: 'happy', source: 'button' })
    await dj.see({ ...neutral, mood: 'angry' })
    expect(dj.read()).toMatchObject({ mood: 'angry', source: 'camera' })
    await dj.see(neutral)
    expect(dj.read().mood).toBe('neutral')
  })

  it('asks for more when few come, without those it has, and says when there are none', async () => {
    dj.chooseMood('happy')
    await settled()
    recommend.mockResolvedValue(answer('e', 'f'))
    dj.hear('audio-c')
    await vi.waitFor(() => expect(coming()).toEqual(['d', 'e', 'f']))
    expect(recommend.mock.lastCall?.[1]).toEqual(['a', 'b', 'c', 'd'])
    recommend.mockResolvedValue(answer())
    await dj.more()
    expect(dj.read().ended).toBe(true)
  })

  it('does not bring back what is not wanted now', async () => {
    dj.chooseMood('happy')
    await settled()
    dj.leaveOut('b')
    expect(coming()).toEqual(['a', 'c', 'd'])
    dj.chooseMood('sad')
    await settled()
    expect(recommend.mock.lastCall?.[1]).toEqual(['b'])
  })

  it('says that songs could not be had, and asks again', async () => {
    recommend.mockRejectedValueOnce(new Error('offline'))
    dj.chooseMood('happy')
    await vi.waitFor(() => expect(dj.read().list).toBe('failed'))
    dj.again()
    await settled()
    expect(coming()).toHaveLength(4)
  })

  it('finds songs where nothing can be written down, and offers no correction', async () => {
    write.mockRejectedValue(new Error('offline'))
    dj.choosePlace({ valence: 0.1, energy: 0.1 })
    await settled()
    expect(dj.read()).toMatchObject({ mood: 'sad', sample: null })
  })

  it('forgets all of it with the session', async () => {
    dj.chooseMood('happy')
    await settled()
    dj.forget()
    expect(dj.read()).toMatchObject({ mood: null, list: 'none', queue: { items: [] } })
  })
})
