/** What a page says of itself to whoever reads it without running it: search engines and link previews. */
export type PageHead = {
  title: string
  description: string
  /** The page's one address. */
  url: string
  type: 'website' | 'profile'
  image: { url: string; width: number; height: number; alt: string }
  /** The page as schema.org describes such things. */
  data: object
  /** Not for search engines. */
  hidden?: boolean
}

const SITE_NAME = 'ShareMyShows'

/** Markup for the head: title, description, canonical address, OpenGraph, Twitter card and JSON-LD. */
export function headMarkup({ title, description, url, type, image, data, hidden }: PageHead): string {
  const full = `${title} · ${SITE_NAME}`
  return [
    `<title>${escapeHtml(full)}</title>`,
    named('description', description),
    ...(hidden ? [named('robots', 'noindex')] : []),
    `<link rel="canonical" href="${escapeHtml(url)}" />`,
    property('og:site_name', SITE_NAME),
    property('og:type', type),
    property('og:title', title),
    property('og:description', description),
    property('og:url', url),
    property('og:image', image.url),
    property('og:image:type', 'image/png'),
    property('og:image:width', image.width),
    property('og:image:height', image.height),
    property('og:image:alt', image.alt),
    named('twitter:card', 'summary_large_image'),
    `<script type="application/ld+json">${jsonLd(data)}</script>`,
  ].join('\n    ')
}

/** The head where there is nothing, or nothing for everybody. */
export const headOfNothing = `<title>${SITE_NAME}</title>\n    <meta name="robots" content="noindex" />`

function named(name: string, content: string): string {
  return `<meta name="${name}" content="${escapeHtml(content)}" />`
}

const property = (name: string, content: string | number) =>
  `<meta property="${name}" content="${escapeHtml(String(content))}" />`

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as HTML, in an element or in a quoted attribute; on one line. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? '').replaceAll(/\s+/g, ' ')

/** JSON that cannot end the script it stands in, nor open a comment in it. */
const jsonLd = (data: object): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
