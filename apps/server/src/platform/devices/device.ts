/** What a program says of itself in `User-Agent`; `program` is what names no browser. */
export type Described = {
  browser: string | null
  system: string | null
  kind: 'desktop' | 'phone' | 'tablet' | 'program'
}

const kinds: Record<string, Described['kind']> = { desktop: 'desktop', mobile: 'phone', tablet: 'tablet' }

/** Reads a `User-Agent`. What comes of it is for people to recognise their devices by, and never to be relied upon. */
export async function describeDevice(userAgent: string | null): Promise<Described> {
  const { default: bowser } = await import('bowser')
  const { browser, os, platform } = bowser.parse(userAgent || '-')
  const kind = kinds[platform.type ?? ''] ?? (platform.type === 'tv' ? 'desktop' : 'program')
  return { browser: browser.name || null, system: os.name || null, kind }
}
