import { describe, expect, it } from 'vitest'
import { sayDeed, tabOf } from './model'

describe('an activity', () => {
  it('counts what came together', () => {
    expect(sayDeed({ type: 'PHOTO_UPLOADED', count: 1 })).toBe('added a photo of')
    expect(sayDeed({ type: 'PHOTO_UPLOADED', count: 12 })).toBe('added 12 photos of')
    expect(sayDeed({ type: 'AUDIO_UPLOADED', count: 2 })).toBe('added 2 recordings of')
  })

  it('leads to where it is to be seen', () => {
    expect(tabOf('VIDEO_UPLOADED')).toBe('/videos')
    expect(tabOf('COMMENT')).toBe('/comments')
    expect(tabOf('RSVP')).toBe('')
  })
})
