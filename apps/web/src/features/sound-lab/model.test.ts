import { describe, expect, it } from 'vitest'
import { sayChange, sayStatus, sayTempo, tempoRelation } from './model'

it('numbers have a true minus, and changes their sign', () => {
  expect(sayTempo(118.04)).toBe('118 bpm')
  expect([sayChange(2.46), sayChange(-3), sayChange(0), sayChange(-0.01)]).toEqual(['+2.5', '−3', '0', '0'])
})

describe('two tempos', () => {
  it('are as far apart as the second is faster', () => {
    const { words, mixes } = tempoRelation(120, 122.4)
    expect({ words, mixes }).toEqual({ words: '+2 %', mixes: true })
    expect(tempoRelation(120, 120).words).toBe('the same tempo')
    expect(tempoRelation(120, 150)).toMatchObject({ words: '+25 %', mixes: false })
  })

  it('also meet where one counts double', () => {
    expect(tempoRelation(88, 176)).toMatchObject({ words: 'the same tempo at twice the beat', mixes: true })
    expect(tempoRelation(170, 87)).toMatchObject({ words: '+2.4 % at half the beat', mixes: true })
  })
})

describe('the state of an analysis', () => {
  const status = {
    audio_id: 'one',
    progress: 0.4,
    failure: null,
    failure_code: null,
    outdated: false,
    analyzed_at: null,
  }

  it('says how far it is, or why it failed', () => {
    expect(sayStatus({ ...status, state: 'running' })).toBe('Being listened to, 40 %')
    expect(sayStatus({ ...status, state: 'failed', failure: 'There is no sound in it.' })).toBe(
      'There is no sound in it.',
    )
    expect(sayStatus({ ...status, state: 'failed' })).toBe('The analysis failed')
  })
})
