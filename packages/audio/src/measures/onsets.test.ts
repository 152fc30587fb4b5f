import { expect, it } from 'vitest'
import { loadFfts } from '../signal/fft.ts'
import { clicks, noise, tone } from '../signals-for-tests.ts'
import { createNovelty } from './novelty.ts'
import { onsetsOf } from './onsets.ts'

const ffts = await loadFfts()

function onsets(sound: Float32Array): number[] {
  const novelty = createNovelty(ffts)
  novelty.add(sound)
  return onsetsOf(novelty.end().all)
}

it.each([60, 120, 240, 480])('finds each of %i clicks a minute, within 20 ms', (bpm) => {
  const found = onsets(clicks(bpm, 8))
  const period = 60 / bpm
  // the very first may have nothing before it to stand out from
  expect(Math.abs(found.length - 8 / period)).toBeLessThanOrEqual(1)
  for (const time of found)
    expect(Math.abs(time / period - Math.round(time / period)) * period).toBeLessThan(0.02)
})

it('finds as many when they are soft', () => {
  const soft = clicks(120, 8).map((sample) => sample / 50)
  expect(onsets(soft)).toHaveLength(onsets(clicks(120, 8)).length)
})

it('finds hardly any in noise, in a tone and in silence', () => {
  expect(onsets(noise(8)).length).toBeLessThan(8)
  expect(onsets(tone({ rate: 22_050, hertz: 440 }, [{ db: -6, seconds: 8 }])).length).toBeLessThanOrEqual(2)
  expect(onsets(new Float32Array(22_050))).toEqual([])
})
