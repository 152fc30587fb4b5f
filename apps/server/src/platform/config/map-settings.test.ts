import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { mapTilesOf, originOfTiles } from './map-settings.ts'

const faultsOf = (env: Record<string, string>): string => {
  try {
    readConfig({ DATA_DIR: '/nowhere', SESSION_SECRET: 'kV9x2mQp7TzR4wLs8NbY3cHf6JdG5aEu', ...env })
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('tiles of maps', () => {
  it('are none unless they are named', () => {
    const faults: string[] = []
    expect(mapTilesOf({}, faults)).toBe(null)
    expect(faults).toEqual([])
  })

  it('may come with a key, and lie at one origin', () => {
    const url = 'https://tiles.example.org:8443/streets/{z}/{x}/{y}.png?key=abc'
    expect(faultsOf({ MAP_TILES_URL: url, MAP_ATTRIBUTION: '© Example' })).toBe('')
    expect(originOfTiles({ url, attribution: '' })).toBe('https://tiles.example.org:8443')
  })

  it('name whom to thank', () => {
    expect(faultsOf({ MAP_TILES_URL: 'https://tiles.example.org/{z}/{x}/{y}.png' })).toContain(
      'MAP_ATTRIBUTION',
    )
  })

  it.each([
    'https://tiles.example.org/{z}/{x}.png',
    'https://{z}.example.org/{x}/{y}.png',
    'ftp://tiles.example.org/{z}/{x}/{y}.png',
    "https://tiles.example.org/{z}/{x}/{y}.png; script-src 'unsafe-inline'",
    'javascript:alert({z}{x}{y})',
  ])('are refused at %s', (MAP_TILES_URL) => {
    expect(faultsOf({ MAP_TILES_URL, MAP_ATTRIBUTION: '© Example' })).toContain('MAP_TILES_URL')
  })
})
