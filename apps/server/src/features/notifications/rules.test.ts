import { NotificationKind } from '@sharemyshows/contract/notifications'
import { describe, expect, it } from 'vitest'
import { placeOf, sentenceOf, settingsOf, topicOf, USUAL } from './rules.ts'

const told = { name: 'Noor', title: 'Low at De Helling', note: null, count: 1, inRoom: false }

describe('a sentence', () => {
  it.each(NotificationKind.options)('of %s holds nothing that is not there', (kind) => {
    for (const facts of [
      told,
      { ...told, name: null, title: null },
      { ...told, count: 3, note: 'Because' },
    ]) {
      const sentence = sentenceOf({ ...facts, kind })
      expect(sentence).not.toMatch(/null|undefined|!/)
      expect(sentence.length).toBeGreaterThan(5)
    }
  })

  it('counts what is gathered', () => {
    expect(sentenceOf({ ...told, kind: 'comment', count: 4 })).toBe('4 new comments on Low at De Helling')
    expect(sentenceOf({ ...told, kind: 'message', count: 2 })).toBe('Noor wrote to you 2 times')
    expect(sentenceOf({ ...told, kind: 'message', inRoom: true })).toBe(
      'New in the room of Low at De Helling',
    )
    expect(sentenceOf({ ...told, kind: 'event_cancelled', note: 'The roof leaks' })).toBe(
      'Called off: Low at De Helling: The roof leaks',
    )
    expect(sentenceOf({ ...told, kind: 'event_cancelled', title: null, note: 'Low' })).toBe('Called off: Low')
  })
})

describe('what is gathered', () => {
  it('is of one kind and about one thing', () => {
    expect(topicOf({ kind: 'comment', showId: 's', actorId: 'a' })).toBe('comment:s')
    expect(topicOf({ kind: 'message', conversationId: 'c', showId: 's', actorId: 'a' })).toBe('message:c')
    expect(topicOf({ kind: 'friend_request', actorId: 'a' })).toBe('friend_request:a')
    expect(topicOf({ kind: 'follow', actorId: 'a' })).toBe('follow')
    expect(topicOf({ kind: 'follow', actorId: 'a', topic: 't' })).toBe('t')
  })

  it('is never what has words of its own', () => {
    expect(topicOf({ kind: 'moderation', showId: 's' })).toBeNull()
    expect(topicOf({ kind: 'event_cancelled' })).toBeNull()
  })
})

it('settings are what was chosen over what is usual', () => {
  const settings = settingsOf([{ kind: 'follow', in_app: false, mail: true }])
  expect(settings.map(({ kind }) => kind)).toEqual(NotificationKind.options)
  for (const { kind, ...ways } of settings) {
    expect(ways).toEqual(kind === 'follow' ? { in_app: false, mail: true } : USUAL[kind])
  }
})

it('a mail leads where the thing is, and never off this server', () => {
  const nothing = { show_id: null, conversation_id: null, username: null }
  for (const kind of NotificationKind.options) expect(placeOf({ kind, ...nothing })).toMatch(/^\/[a-z]/)
  expect(placeOf({ kind: 'follow', ...nothing, username: '../x?y' })).toBe('/profile/..%2Fx%3Fy')
  expect(placeOf({ kind: 'mention', ...nothing, show_id: 's', username: 'noor' })).toBe('/shows/s')
})
