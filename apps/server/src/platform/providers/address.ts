/** A path at a provider, and what of it logs may have. */
export type Address = { path: string; pattern: string }

const MOST_CHARS = 300

/**
 * A path with what others gave in it: each part stays one segment, whatever it holds. Null where one cannot be, as nothing
 * is found under it anyway.
 */
export function at(texts: TemplateStringsArray, ...parts: string[]): Address | null {
  let [path = ''] = texts
  for (const [index, part] of parts.entries()) {
    // encoded or not, these are steps and no names
    if (/^\.{0,2}$/.test(part) || part.length > MOST_CHARS) return null
    path += encodeURIComponent(part.toWellFormed()) + texts[index + 1]
  }
  return { path, pattern: texts.join('…') }
}
