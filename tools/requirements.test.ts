import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './programs.ts'

/** Those of the quality list that concern what is built; a feature that brings more adds its numbers here. */
const REQUIRED = [
  1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34,
  35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 55, 56, 57,
]

function testsBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|suite|e2e)\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(root, folder, name))
}

/** Numbers at the beginning of a test's name, as in `'41, 42: …'`. */
const numbersIn = (source: string) =>
  [...source.matchAll(/['"`](\d+(?:, \d+)*)[: ][^'"`\n]*['"`],?\s*(?:\(|async|\{|$)/gm)].flatMap(
    ([, list = '']) => list.split(', ').map(Number),
  )

it('every requirement that concerns what is built has a test named after its number', () => {
  const files = ['apps', 'packages', 'tools', 'e2e'].flatMap(testsBelow)
  const found = new Set(files.flatMap((file) => numbersIn(readFileSync(file, 'utf8'))))
  expect(REQUIRED.filter((number) => !found.has(number))).toEqual([])
})

type Pinned = { link?: boolean; integrity?: string; dev?: boolean; optional?: boolean }

it('52: every package is pinned with the hash of what it holds', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Pinned>
  }
  const installed = Object.entries(packages).filter(
    // of developers' tools npm notes no hash for the binaries of other platforms, which it never fetched
    ([name, { link, dev, optional }]) => name.includes('node_modules/') && !link && !(dev && optional),
  )
  expect(installed.length).toBeGreaterThan(100)
  const loose = installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))
  expect(loose.map(([name]) => name)).toEqual([])
})
