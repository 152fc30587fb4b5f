import { expect, test } from 'vitest'
import { createBoundedGate, createGate } from './gate.ts'

test('runs no more tasks at a time than it has places, in order', async () => {
  const gate = createGate(2)
  const started: number[] = []
  const finish: Array<() => void> = []
  const results = [0, 1, 2, 3].map((number) =>
    gate(() => {
      started.push(number)
      return new Promise<number>((resolve) => finish.push(() => resolve(number)))
    }),
  )
  expect(started).toEqual([0, 1])
  finish[0]!()
  await expect.poll(() => started).toEqual([0, 1, 2])
  finish[1]!()
  finish[2]!()
  await expect.poll(() => started).toEqual([0, 1, 2, 3])
  finish[3]!()
  expect(await Promise.all(results)).toEqual([0, 1, 2, 3])
})

test('gives the place of a failed task to the next', async () => {
  const gate = createGate(1)
  const failed = gate(() => Promise.reject(new Error('no')))
  const next = gate(async () => 'done')
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('done')
})

test('turns away who comes when it is full, and nobody later', async () => {
  const gate = createBoundedGate(1, 2)
  const finish: Array<() => void> = []
  const task = () => new Promise<void>((resolve) => finish.push(resolve))
  const first = gate(task)
  const second = gate(task)
  expect(gate(task)).toBeNull()
  finish[0]!()
  await first
  expect(gate(async () => {})).not.toBeNull()
  finish[1]!()
  await second
})
