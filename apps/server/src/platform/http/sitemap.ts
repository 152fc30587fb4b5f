import { escapeHtml } from './head.ts'

/** An address with the day of its last change, `YYYY-MM-DD`, where that is known. */
export type SitemapEntry = { url: string; changed?: string | undefined }

const entry = (name: string, { url, changed }: SitemapEntry) =>
  `<${name}><loc>${escapeHtml(url)}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</${name}>`

const file = (root: string, name: string, entries: readonly SitemapEntry[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.map((one) => entry(name, one)).join('\n')}
</${root}>
`

/** Pages, as sitemaps.org writes them. */
export const sitemap = (entries: readonly SitemapEntry[]): string => file('urlset', 'url', entries)

/** Sitemaps, likewise. */
export const sitemapIndex = (entries: readonly SitemapEntry[]): string =>
  file('sitemapindex', 'sitemap', entries)
