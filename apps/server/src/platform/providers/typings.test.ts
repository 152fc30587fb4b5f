import { expect, it } from 'vitest'
import { createTypings } from './typings.ts'

const MINUTE = 60_000

function atTime() {
  let now = 0
  const pass = (ms: number) => {
    now += ms
  }
  return { typings: createTypings(() => now), pass }
}

it('questions of one typing are one session, until it ends', () => {
  const { typings } = atTime()
  const first = typings.of('ana')
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect([typings.of('ana'), typings.end('ana'), typings.end('ana')]).toEqual([first, first, undefined])
  expect(typings.of('ana')).not.toBe(first)
})

it('others have sessions of their own, and whoever is nobody has one a question', () => {
  const { typings } = atTime()
  expect(new Set([typings.of('ana'), typings.of('bo'), typings.of(null), typings.of(null)]).size).toBe(4)
  expect(typings.end(null)).toBe(undefined)
})

it('ends by itself when nothing is asked for some minutes', () => {
  const { typings, pass } = atTime()
  const first = typings.of('ana')
  for (let n = 0; n < 3; n++) {
    pass(2 * MINUTE)
    expect(typings.of('ana')).toBe(first)
  }
  pass(3 * MINUTE)
  expect(typings.end('ana')).toBe(undefined)
  expect(typings.of('ana')).not.toBe(first)
})

it('remembers only so many: who asked longest ago is forgotten', () => {
  const { typings } = atTime()
  const [ana, bo] = [typings.of('ana'), typings.of('bo')]
  expect(typings.of('ana')).toBe(ana)
  for (let n = 0; n < 9_999; n++) typings.of(`person ${n}`)
  expect([typings.end('bo'), typings.end('ana')]).toEqual([undefined, ana])
  expect(bo).not.toBe(ana)
})
