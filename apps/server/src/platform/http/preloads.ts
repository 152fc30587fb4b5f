import { existsSync, readFileSync } from 'node:fs'

/** Markup for the head of the page at a path: what it needs beside what every page needs. */
export type Preloads = (path: string, forMember: boolean) => string

/** What stands for `:id`, which a page beside those of things (`/shows/create`) is not, and for any other parameter. */
const ID = '([\\da-f]{8}-[\\da-f-]{27})'
const NAME = '([\\w.~-]+)'

type Needs = { files: string[]; data: string[] }

/** Reads what the build says of its pages (`pages.json`: needs by address, as routes are written). */
export function readPreloads(file: string): Preloads {
  if (!existsSync(file)) return () => ''
  const pages: Record<string, Needs> = JSON.parse(readFileSync(file, 'utf8'))
  const known = Object.entries(pages).map(([address, { files, data }]) => ({
    pattern: new RegExp(`^${address.replace(':id', ID).replace(/:\w+/, NAME)}/?$`),
    files: files.map(linkTo).join(''),
    data,
  }))
  return (path, forMember) => {
    for (const { pattern, files, data } of known) {
      const found = pattern.exec(path)
      if (found === null) continue
      return forMember ? files + data.map((url) => linkToData(url, found[1] ?? '')).join('') : files
    }
    return ''
  }
}

const linkTo = (file: string) =>
  file.endsWith('.css')
    ? `<link rel="stylesheet" href="${file}" crossorigin />`
    : `<link rel="modulepreload" href="${file}" crossorigin />`

/** `part` is what stands in the address for the one parameter; the pattern admits nothing that needs escaping. */
const linkToData = (url: string, part: string) => {
  const href = url.replace(/:\w+/, part).replaceAll('&', '&amp;')
  return `<link rel="preload" as="fetch" href="${href}" crossorigin />`
}
