import { describe, expect, it } from 'vitest'
import { readMetadata } from './metadata.ts'

const of = (metadata: Record<string, string>) => readMetadata([metadata])

describe('what a container says of itself', () => {
  it('is taken with the offset of the phone where there is one', () => {
    expect(
      of({
        creation_time: '2024-12-01T20:12:45.000000Z;2024-12-01T20:12:45Z',
        'com.apple.quicktime.creationdate': '2024-12-01T21:12:45+0100',
      }).recordedAt,
    ).toBe('2024-12-01T21:12:45+01:00')
    expect(of({ creation_time: '2024-12-01T20:12:45.000000Z' }).recordedAt).toBe('2024-12-01T20:12:45Z')
  })

  it('is the time on a clock where a recorder knows no offset', () => {
    expect(of({ date: '2024-12-01', creation_time: '21:12:45' }).recordedAt).toBe('2024-12-01T21:12:45')
    expect(of({ date: '2024_12_01', creation_time: '21-12-45' }).recordedAt).toBe('2024-12-01T21:12:45')
    expect(of({ creation_time: '2024-12-01 21:12:45' }).recordedAt).toBe('2024-12-01T21:12:45')
    for (const date of ['2024', '2024-13-01', '1970-01-01', '']) {
      expect(
        of({ date, creation_time: date === '1970-01-01' ? '00:00:00' : '21:12:45' }).recordedAt,
      ).toBeNull()
    }
  })

  it('counts no epoch and no nonsense as a moment', () => {
    for (const creation_time of [
      '1904-01-01T00:00:00.000000Z',
      '2024-13-41T00:00:00Z',
      '2024-02-30T00:00:00Z',
      '2024-12-01T00:00:00+99:00',
      'yesterday',
      '',
    ]) {
      expect(of({ creation_time }).recordedAt).toBeNull()
    }
  })

  it('places it by degrees, minutes and seconds', () => {
    expect(of({ location: '+52.0921+005.1233+004.2/' }).point).toEqual({
      latitude: 52.0921,
      longitude: 5.1233,
    })
    expect(of({ location: '-3330.5-07039.25/' }).point).toEqual({
      latitude: -33.5083333,
      longitude: -70.6541667,
    })
    expect(of({ location: '+481234.5+0112233/' }).point).toEqual({
      latitude: 48.2095833,
      longitude: 11.3758333,
    })
    for (const location of ['+00.0000+000.0000/', '+99.0+005.0/', '+52.1', 'Utrecht']) {
      expect(of({ location }).point).toBeNull()
    }
  })

  it('gives its tags in one line each, whatever their case, the container before its streams', () => {
    expect(
      readMetadata([{ TITLE: 'Set 1\n\u0007b' }, { title: 'Audio', ARTIST: ' Spinvis ', Date: '2024' }]).tags,
    ).toEqual({
      title: 'Set 1 b',
      artist: 'Spinvis',
      album: null,
      date: '2024',
    })
    expect(of({ title: 'é'.repeat(5000) }).tags.title).toHaveLength(500)
  })
})
