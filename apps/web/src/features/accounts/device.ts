import type { Device } from '@sharemyshows/contract/sessions'

const KINDS: Record<Device['kind'], string> = {
  desktop: 'A computer',
  phone: 'A phone',
  tablet: 'A tablet',
  program: 'A program',
}

/** "Firefox on Windows", with what is known of it. */
export function sayDevice({ browser, system, kind }: Device): string {
  if (browser && system) return `${browser} on ${system}`
  return browser ?? (system ? `${KINDS[kind]} with ${system}` : KINDS[kind])
}
