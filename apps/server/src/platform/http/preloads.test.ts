import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPreloads } from './preloads.ts'

const file = path.join(mkdtempSync(path.join(tmpdir(), 'sms-preloads-')), 'pages.json')
const pages = {
  '/shows': { files: ['/assets/shows.js'], data: ['/api/v1/shows?a=1&b=2'] },
  '/shows/:id': { files: ['/assets/show.js', '/assets/show.css'], data: ['/api/v1/shows/:id'] },
}
writeFileSync(file, JSON.stringify(pages))
const preloads = readPreloads(file)
const id = '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10'

describe('what a page needs', () => {
  it('is named in its head: scripts and style sheets for everybody, data for members', () => {
    const files =
      '<link rel="modulepreload" href="/assets/show.js" crossorigin /><link rel="stylesheet" href="/assets/show.css" crossorigin />'
    expect(preloads(`/shows/${id}`, false)).toBe(files)
    expect(preloads(`/shows/${id}`, true)).toBe(
      `${files}<link rel="preload" as="fetch" href="/api/v1/shows/${id}" crossorigin />`,
    )
    expect(preloads('/shows/', true)).toContain('href="/api/v1/shows?a=1&amp;b=2"')
  })

  it('40: is nothing at addresses that are none of ours, however they are spelled', () => {
    for (const address of [
      '/',
      '/shows/create',
      '/shows/a/b',
      '/shows/"><script>',
      '/shows/%22',
      '/SHOWS',
      '/shows//',
    ]) {
      expect(preloads(address, true)).toBe('')
    }
  })

  it('is unknown where the web app is not built', () => {
    expect(readPreloads(`${file}.none`)('/shows', true)).toBe('')
  })
})
