import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkHouse } from '../house/check.ts'
import { createFeature } from './create.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'feature-'))
  mkdirSync(join(root, 'apps/server/migrations'), { recursive: true })
  writeFileSync(join(root, 'apps/server/migrations/0041_playlists.sql'), '')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

it('writes a feature that keeps the rules of the house, with the next migration', () => {
  const paths = createFeature(root, 'set-times')
  expect(paths).toContain('apps/server/migrations/0042_set_times.sql')
  expect(paths).toContain('apps/server/src/features/set-times/routes.ts')
  expect(checkHouse(root, [])).toEqual([])
})

it('touches no feature that exists', () => {
  createFeature(root, 'comments')
  expect(() => createFeature(root, 'comments')).toThrow('there already')
})

it('refuses a noun that cannot be a folder', () => {
  expect(() => createFeature(root, '../Comments')).toThrow('plural, lower case')
})
