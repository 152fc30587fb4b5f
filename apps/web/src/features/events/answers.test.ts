import { describe, expect, it } from 'vitest'
import { answeredAs, sayAnswer, sayCounts, sayMetres } from './answers'
import type { Event } from './model'

const NOBODY = { going: 0, maybe: 0, no: 0, waitlist: 0 }
type Answered = Pick<Event, 'my_rsvp' | 'rsvp_counts' | 'seats_left'>
const event = (more: Partial<Answered> = {}): Answered => ({
  my_rsvp: null,
  rsvp_counts: NOBODY,
  seats_left: 2,
  ...more,
})

describe('an answer, before the server has it', () => {
  it('takes a seat, gives it back, and counts once', () => {
    const going = answeredAs(event(), 'going')
    expect(going).toEqual(
      event({
        my_rsvp: { status: 'going', position: null },
        rsvp_counts: { ...NOBODY, going: 1 },
        seats_left: 1,
      }),
    )
    expect(answeredAs(going, 'going')).toBe(going)
    expect(answeredAs(going, 'maybe')).toMatchObject({
      rsvp_counts: { going: 0, maybe: 1 },
      seats_left: 2,
    })
    expect(answeredAs(going, null)).toEqual(event())
  })

  it('waits at the end of the line when all seats are taken, and stays there', () => {
    const full = event({ seats_left: 0, rsvp_counts: { ...NOBODY, going: 2, waitlist: 3 } })
    const waiting = answeredAs(full, 'going')
    expect(waiting.my_rsvp).toEqual({ status: 'waitlist', position: 4 })
    expect(answeredAs(waiting, 'going')).toBe(waiting)
    expect(answeredAs(waiting, null)).toEqual(full)
  })

  it('leaves a seat to who waits', () => {
    const full = event({
      my_rsvp: { status: 'going', position: null },
      seats_left: 0,
      rsvp_counts: { ...NOBODY, going: 2, waitlist: 1 },
    })
    expect(answeredAs(full, 'no').seats_left).toBe(0)
  })

  it('needs no seats where there is room for all', () => {
    expect(answeredAs(event({ seats_left: null }), 'going').seats_left).toBeNull()
  })
})

describe('in words', () => {
  it('an answer is a sentence', () => {
    expect([1, 2, 3, 11, 22].map((position) => sayAnswer({ status: 'waitlist', position }))).toEqual([
      'You’re 1st in line',
      'You’re 2nd in line',
      'You’re 3rd in line',
      'You’re 11th in line',
      'You’re 22nd in line',
    ])
    expect(sayAnswer({ status: 'maybe', position: null })).toBe('You may come')
  })

  it('counts leave out what there is none of', () => {
    expect(sayCounts({ going: 1237, maybe: 0, no: 4, waitlist: 2 })).toBe('1,237 going, 2 waiting')
    expect(sayCounts({ ...NOBODY, no: 1 })).toBeUndefined()
  })

  it('distances are metres, then kilometres', () => {
    expect([41.4, 999, 1240, 12_400].map(sayMetres)).toEqual([
      '41\u00a0m',
      '999\u00a0m',
      '1.2\u00a0km',
      '12\u00a0km',
    ])
  })
})
