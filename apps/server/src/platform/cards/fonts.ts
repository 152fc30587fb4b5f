import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Font } from 'satori'

const require = createRequire(import.meta.url)
const bricolage = require.resolve('@fontsource/bricolage-grotesque/package.json')
const inter = require.resolve('@fontsource/inter/package.json')

type Face = { family: string; folder: string; weight: 500 | 700; subsets: readonly string[] }
const faces: readonly Face[] = [
  {
    family: 'bricolage-grotesque',
    folder: path.dirname(bricolage),
    weight: 700,
    subsets: ['latin', 'latin-ext', 'vietnamese'],
  },
  {
    family: 'inter',
    folder: path.dirname(inter),
    weight: 500,
    subsets: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'],
  },
]

/** Families to name in a style: the display face first, then the text face; each subset is a family of its own. */
export const display = faces.flatMap(namesOf).join(', ')
export const plain = faces.toReversed().flatMap(namesOf).join(', ')

function namesOf({ family, subsets }: Face): string[] {
  return subsets.map((subset) => `${family}-${subset}`)
}

/** All faces with the letters they hold. */
export const loadFonts = (): Promise<Font[]> =>
  Promise.all(
    faces.flatMap(({ family, folder, weight, subsets }) =>
      subsets.map(async (subset): Promise<Font> => {
        const file = `${family}-${subset}-${weight}-normal.woff`
        const data = await readFile(path.join(folder, 'files', file))
        return { name: `${family}-${subset}`, data, weight, style: 'normal' }
      }),
    ),
  )

/** Whether the fonts hold a character. */
export type Holds = (character: string) => boolean

export async function loadCoverage(): Promise<Holds> {
  const ranges = (await Promise.all(faces.map(rangesOf))).flat()
  return (character) => {
    const code = character.codePointAt(0) ?? 0
    return ranges.some(([first, last]) => code >= first && code <= last)
  }
}

/** From `U+0000-00FF,U+0131,…`, as fontsource writes which letters are in which file. */
async function rangesOf({ folder, subsets }: Face): Promise<[first: number, last: number][]> {
  const listed = JSON.parse(await readFile(path.join(folder, 'unicode.json'), 'utf8'))
  return subsets
    .flatMap((subset) => String(listed[subset] ?? '').split(','))
    .map((range) => {
      const [first = '', last = first] = range.replace('U+', '').split('-')
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
    })
}
