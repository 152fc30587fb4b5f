import type { LibraryItem } from '@sharemyshows/contract/audio-library'
import { expect, it } from 'vitest'
import { preparingShare, sendingShare, wayOf } from './arrivals'

type State = { audio: LibraryItem['audio']['state']; analysis: LibraryItem['analysis']['state'] }

const item = ({ audio, analysis }: State, progress = 0): LibraryItem =>
  ({
    audio: { state: audio, failure: null },
    analysis: { state: analysis, progress, failure: null },
  }) as LibraryItem

it('the way of a recording only ever goes on, from the first byte to its result', () => {
  const shares = [
    sendingShare(0),
    sendingShare(0.7),
    sendingShare(1),
    preparingShare(0.5),
    wayOf(item({ audio: 'processing', analysis: 'queued' }), 0.9).share,
    wayOf(item({ audio: 'ready', analysis: 'queued' })).share,
    wayOf(item({ audio: 'ready', analysis: 'running' }, 0.3)).share,
    wayOf(item({ audio: 'ready', analysis: 'running' }, 0.9)).share,
    wayOf(item({ audio: 'ready', analysis: 'done' })).share,
  ]
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  expect([shares.at(0), shares.at(-1)]).toEqual([0, 1])
})

it('a recording is listened to while it is still prepared, and may be done before', () => {
  expect(wayOf(item({ audio: 'processing', analysis: 'running' }, 0.4))).toMatchObject({
    stage: 'analysing',
    words: 'Being listened to, 40 %',
  })
  expect(wayOf(item({ audio: 'processing', analysis: 'done' })).stage).toBe('done')
})

it('what was stopped, failed or never begun can be tried again', () => {
  for (const analysis of ['none', 'failed', 'cancelled'] as const) {
    expect(wayOf(item({ audio: 'ready', analysis })).stage).toBe('failed')
  }
  expect(wayOf(item({ audio: 'failed', analysis: 'none' })).words).toBe('It could not be read.')
})
