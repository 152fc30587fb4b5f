import { analyze } from '@sharemyshows/audio/analyze'
import { DEFAULT_RULES, MOODS, placeOf } from '@sharemyshows/mood/moods'
import { fitOf } from '@sharemyshows/mood/rank'
import { expect, it } from 'vitest'
import { createRandom } from '../random.ts'
import { collected } from '../world/tracks.ts'
import { piece } from './piece.ts'
import { RATE } from './tune.ts'

it.each(
  collected.map(({ title, manner }, n) => [title, MOODS[n % MOODS.length] ?? 'happy', manner] as const),
)('%s sounds %s to the engine, and fits no other mood as well', async (title, mood, manner) => {
  const samples = piece(createRandom(`piece ${title}`), manner, 16)
  const { valence, energy, tempo } = await analyze([samples], RATE, { duration: 16, tagger: null })
  const track = { valence: valence.value, energy: energy.value, tempo: tempo.bpm }
  const fits = MOODS.map((each) => {
    const rule = DEFAULT_RULES[each]
    return [each, fitOf(track, { place: placeOf(rule), rule })] as const
  }).sort((a, b) => b[1] - a[1])
  expect(fits[0]?.[0], JSON.stringify([track, fits])).toBe(mood)
  expect(fits[0]?.[1]).toBeGreaterThan(0.5)
})
