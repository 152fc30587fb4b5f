import { MOST_BYTES as CONTRACT_MOST_BYTES } from '@sharemyshows/contract/media'
import type { StorageUse } from '@sharemyshows/contract/media-sets'
import { PART_BYTES as CONTRACT_PART_BYTES } from '@sharemyshows/contract/uploads'
import { describe, expect, it } from 'vitest'
import { kindOf, MOST_BYTES, refusalOf } from './upload-formats'
import { newUpload, type Upload } from './upload-item'
import { inOrder, summarise } from './upload-line'
import { PART_BYTES } from './upload-part'
import { fitting, fullnessOf } from './upload-room'
import { SpeedMeter, sayLeft } from './upload-speed'
import { sayAll, sayPace } from './upload-words'

const MB = 1_048_576
const named = (name: string, part: Partial<Upload> = {}): Upload => ({
  ...newUpload({ owner: 'ana', showId: 'show', order: 0 }, new File(['x'], name)),
  ...part,
})

it('knows the limits of the contract', () => {
  expect(MOST_BYTES).toEqual(CONTRACT_MOST_BYTES)
  expect(PART_BYTES).toBe(CONTRACT_PART_BYTES)
})

describe('a file', () => {
  it.each([
    ['IMG_1.HEIC', '', 'photo'],
    ['song.m4a', 'video/mp4', 'audio'],
    ['clip.MOV', 'video/quicktime', 'video'],
    ['voice', 'audio/x-m4a', 'audio'],
    ['set.opus', '', 'audio'],
    ['notes.txt', 'text/plain', undefined],
  ])('is of the kind its name or type says: %s', (name, type, kind) => {
    expect(kindOf({ name, type })).toBe(kind)
  })

  it('may be as large as its kind allows', () => {
    const of = (name: string, size: number) => refusalOf({ name, type: '', size })
    expect(of('a.jpg', 100 * MB)).toBeUndefined()
    expect(of('a.jpg', 100 * MB + 1)).toContain('100 MB')
    expect(of('a.flac', 1024 * MB + 1)).toContain('1 GB')
    expect(of('a.mkv', 4096 * MB + 1)).toContain('4 GB')
    expect(of('a.jpg', 0)).toBe('This file is empty.')
    expect(of('a.exe', 1)).toBeDefined()
    expect(of('nameless', 1)).toBeUndefined()
  })
})

describe('all uploads', () => {
  const uploads = [
    named('failed.jpg', { state: 'failed', order: 1, size: 7 }),
    named('waiting.jpg', { state: 'waiting', order: 2, size: 100 }),
    named('done.jpg', { state: 'done', order: 3, size: 100, sent: 100 }),
    named('sending.jpg', { state: 'sending', order: 4, size: 100, sent: 50 }),
    named('preparing.mov', { state: 'preparing', order: 5, size: 100, sent: 100 }),
  ]

  it('are listed with what moves first and what failed last', () => {
    expect(inOrder(uploads).map(({ name }) => name)).toEqual([
      'sending.jpg',
      'waiting.jpg',
      'preparing.mov',
      'failed.jpg',
    ])
  })

  it('are told in numbers: what is prepared has arrived, what failed is not waited for', () => {
    const sum = summarise(uploads)
    expect(sum).toMatchObject({ arrived: 2, pending: 2, failed: 1, bytes: 400, sentBytes: 250 })
    expect(sayAll(sum)).toBe('2 of 4 arrived')
    expect(sayAll(summarise(uploads.slice(0, 1)))).toBe('1 could not be added')
    expect(sayAll(summarise(uploads.slice(2, 3)))).toBe('Arrived')
    expect(sayAll(summarise(uploads.slice(3, 4)))).toBe('Sending, 50 %')
    expect(sayPace(sum, 50)).toBe('1 KB of 1 KB · 1 KB/s · less than a minute left')
  })
})

describe('the speed', () => {
  it('is that of the last twelve seconds, and nothing before two have passed', () => {
    const meter = new SpeedMeter()
    meter.add(0, 5000)
    expect(meter.read(1000)).toBeUndefined()
    for (let second = 1; second <= 60; second++) meter.add(second * 1000, second <= 30 ? 1000 : 200)
    expect(meter.read(60_000)).toBeCloseTo(200, -1)
    expect(meter.read(90_000)).toBeUndefined()
  })

  it.each([
    [20, 'less than a minute left'],
    [70, '1 minute left'],
    [754, '13 minutes left'],
    [7300, 'about 2 hours left'],
  ])('becomes words: %d seconds', (seconds, words) => {
    expect(sayLeft(seconds)).toBe(words)
  })
})

describe('the room', () => {
  const use = (quota: number, used: number) => ({ quota, used }) as StorageUse

  it('is given to those that fit, after those that wait for it already', () => {
    const made = [named('a.jpg', { size: 40 }), named('b.jpg', { size: 40 }), named('c.jpg', { size: 5 })]
    const waiting = [named('w.jpg', { size: 15 }), named('begun.jpg', { size: 500, address: '/1' })]
    const states = fitting(made, waiting, use(1000, 920)).map(({ state, full }) => [state, full])
    expect(states).toEqual([
      ['waiting', undefined],
      ['failed', true],
      ['waiting', undefined],
    ])
  })

  it('is not judged while nobody knows it', () => {
    expect(fitting([named('a.jpg')], [], undefined).map(({ state }) => state)).toEqual(['waiting'])
  })

  it.each([
    [0.5, 'room'],
    [0.9, 'near'],
    [1, 'full'],
  ])('says how full it is: %d', (share, fullness) => {
    expect(fullnessOf(use(100 * MB, 100 * MB * share))).toBe(fullness)
  })
})
