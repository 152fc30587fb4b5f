import { Export } from '@sharemyshows/contract/exports'
import { expect, it } from 'vitest'
import { isUnderWay, sayExport } from './model'

const ready = Export.parse(Export.meta()?.example)

it.each([
  [{ state: 'waiting' }, 'Begins in a moment'],
  [{ state: 'running', progress: 0.499 }, '49 %'],
  [{ state: 'ready' }, '46 MB · until 8 Dec 2024'],
  [{ state: 'failed', failure: 'The disk is full.' }, 'The disk is full.'],
  [{ state: 'expired' }, 'Its week is over. Make a new one.'],
] as const)('says how it stands: %o', (change, words) => {
  expect(sayExport({ ...ready, ...change })).toBe(words)
})

it('knows what is being made', () => {
  expect(['waiting', 'running', 'ready', 'failed'].map((state) => isUnderWay({ state } as Export))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
