import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './programs.ts'

/** Where a document leads to within the repository: links and pictures, without their anchors. */
const linksIn = (text: string) =>
  [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s]+?)(?:#[^)]*)?\)/g)].map(([, link = '']) => link)

it('documents lead to what is there', () => {
  const documents = ['*.md', 'docs/**/*.md'].flatMap((pattern) => globSync(pattern, { cwd: root }))
  expect(documents.length).toBeGreaterThan(20)
  const broken = documents.flatMap((document) =>
    linksIn(readFileSync(join(root, document), 'utf8'))
      .filter((link) => !existsSync(join(root, dirname(document), decodeURIComponent(link))))
      .map((link) => `${document}: ${link}`),
  )
  expect(broken).toEqual([])
})
