import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect } from 'vitest'

const EXIFTOOL = '/usr/bin/exiftool'
const TELLING = /gps|make|model|serial|software|creator|title|artist|by-?line|comment|location/i

/** Holds files to saying nothing of who made them, where and with what, where exiftool is there to ask. */
export async function expectCleanByExiftool(files: readonly string[]): Promise<void> {
  if (!existsSync(EXIFTOOL)) return
  const { stdout } = await promisify(execFile)(EXIFTOOL, ['-json', '-a', '-G1', ...files])
  const told = JSON.parse(stdout).flatMap((file: object) => Object.keys(file))
  expect(told.filter((name: string) => TELLING.test(name))).toEqual([])
}
