import { resolve } from 'node:path'

/** The folder of the repository. */
export const root = resolve(import.meta.dirname, '..')

const installed = (path: string) => resolve(root, 'node_modules', path)

/** The JavaScript entry points of our tools, to be run by this very Node on every platform. */
export const programs = {
  biome: installed('@biomejs/biome/bin/biome'),
  knip: installed('knip/bin/knip.js'),
  playwright: installed('@playwright/test/cli.js'),
  tsc: installed('typescript/bin/tsc'),
  vitest: installed('vitest/vitest.mjs'),
} as const
