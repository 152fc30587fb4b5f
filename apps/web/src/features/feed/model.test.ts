import type { Activity } from '@sharemyshows/contract/feed'
import { describe, expect, it } from 'vitest'
import { piecesOf, tabOf } from './model'

const person = (username: string) => ({ id: username, username, display_name: null, avatar: null })
const told = (summary: string, more: object = {}) =>
  piecesOf({ summary, actor: person('bo'), show: null, target_user: null, ...more } as Activity)
const spinvis = { show: { title: null, artist_name: 'Spinvis' } }

describe('the sentence of an activity', () => {
  it('tells who it was from what it was about', () => {
    expect(told('bo is at Spinvis in Tivoli', spinvis)).toEqual([
      { text: 'bo', names: 'actor' },
      { text: ' is at ' },
      { text: 'Spinvis', names: 'show' },
      { text: ' in Tivoli' },
    ])
    expect(told('bo follows ana', { target_user: person('ana') }).map(({ names }) => names)).toEqual([
      'actor',
      undefined,
      'target',
    ])
  })

  it('keeps all its words, also when two have one name or one is not in it', () => {
    for (const [sentence, more] of [
      ['bo is at bo in bo', { show: { title: 'bo', artist_name: 'x' } }],
      ['Somebody was at a show', spinvis],
    ] as const) {
      const pieces = told(sentence, more)
      expect(pieces.map(({ text }) => text).join('')).toBe(sentence)
    }
    expect(told('bo is at bo in bo', { show: { title: 'bo' } }).filter(({ names }) => names)).toHaveLength(2)
  })
})

describe('an activity', () => {
  it('leads to where it is to be seen', () => {
    expect(tabOf('VIDEO_UPLOADED')).toBe('/videos')
    expect(tabOf('COMMENT')).toBe('/comments')
    expect(tabOf('RSVP')).toBe('')
  })
})
