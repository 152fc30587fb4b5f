import { describe, expect, it } from 'vitest'
import { boxOfAddress, boxText, centreOf, filterOf, nearOf, readDiscoverAddress } from './address'

const TODAY = '2026-12-01'

describe('the address of Discover', () => {
  it('says where, when and what', () => {
    const address = readDiscoverAddress({
      near: '52.09,5.11',
      place: 'Utrecht',
      radius: 50,
      when: 'weekend',
      category: 'concert',
      q: 1975,
    })
    expect(filterOf(address, TODAY)).toEqual({
      near: '52.09,5.11',
      radius_km: 50,
      from: '2026-12-04',
      to: '2026-12-06',
      category: 'concert',
      q: '1975',
      order: 'date',
    })
    expect(centreOf(address)).toEqual({ latitude: 52.09, longitude: 5.11, name: 'Utrecht' })
  })

  it('leaves out what makes no sense', () => {
    const nonsense = {
      near: '91,0',
      box: '1,2,3',
      radius: 7,
      when: 'someday',
      from: '2026-13-40',
      to: 20261201,
      view: 'globe',
      place: ' ',
    }
    expect(readDiscoverAddress(nonsense)).toEqual({})
    expect(readDiscoverAddress({ near: 'NaN,1', box: '0,50,1,40' })).toEqual({})
    expect(filterOf({}, TODAY)).toEqual({ order: 'date' })
  })

  it('a part of the map stands for the place', () => {
    const address = readDiscoverAddress({ near: '52.09,5.11', box: '4.9,52,5.3,52.2' })
    expect(filterOf(address, TODAY)).toEqual({ bbox: '4.9,52,5.3,52.2', order: 'date' })
    expect(centreOf(address)).toBe(undefined)
    expect(boxOfAddress(address)).toEqual([4.9, 52, 5.3, 52.2])
  })

  it('gives no home away and stays on the map', () => {
    expect(nearOf({ latitude: 52.093214, longitude: 5.113456 })).toBe('52.09,5.11')
    expect(boxText([-190, -91, 190.12345, 52.12345])).toBe('-180,-90,180,52.123')
  })
})
