import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const dataDir = () => mkdtempSync(path.join(tmpdir(), 'sms-config-'))
const strong = 'kV9x2mQp7TzR4wLs8NbY3cHf6JdG5aEu'

const faults = (env: Record<string, string>): string => {
  try {
    readConfig({ DATA_DIR: dataDir(), ...env })
    return ''
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
}

describe('the configuration', () => {
  it('has a default for everything', () => {
    const dir = dataDir()
    const config = readConfig({ DATA_DIR: dir })
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: null, rateLimits: true })
    expect(config.roles).toEqual({ web: true, worker: true })
  })

  it('makes a secret once and keeps it to itself', () => {
    const dir = dataDir()
    const { sessionSecret } = readConfig({ DATA_DIR: dir })
    expect(sessionSecret.length).toBeGreaterThanOrEqual(43)
    expect(readConfig({ DATA_DIR: dir }).sessionSecret).toBe(sessionSecret)
    expect(readFileSync(path.join(dir, 'session-secret'), 'utf8').trim()).toBe(sessionSecret)
    expect(statSync(path.join(dir, 'session-secret')).mode & 0o077).toBe(0)
  })

  it('says every fault in a line of its own', () => {
    const lines = faults({
      PORT: 'http',
      DATABASE_URL: 'mysql://x',
      CORS_ORIGINS: 'example.org',
      LOG_LEVEL: 'loud',
    }).split('\n')
    expect(lines).toHaveLength(4)
    for (const name of ['PORT', 'DATABASE_URL', 'CORS_ORIGINS', 'LOG_LEVEL']) {
      expect(lines.some((line) => line.startsWith(name))).toBe(true)
    }
  })

  it('52: refuses weak secrets and open gates in production only', () => {
    const production = { NODE_ENV: 'production' }
    for (const SESSION_SECRET of ['secret', 'changeme-changeme-changeme-changeme', 'a'.repeat(64)]) {
      expect(faults({ ...production, SESSION_SECRET })).toContain('SESSION_SECRET')
      expect(faults({ SESSION_SECRET })).toBe('')
    }
    expect(faults({ ...production, SESSION_SECRET: strong })).toBe('')
    expect(faults({ ...production, RATE_LIMITS: 'off' })).toContain('RATE_LIMITS')
  })

  it('takes PUBLIC_URL as an origin', () => {
    expect(faults({ PUBLIC_URL: 'https://shows.example.org/path' })).toContain('PUBLIC_URL')
    expect(readConfig({ DATA_DIR: dataDir(), PUBLIC_URL: 'https://shows.example.org/' }).publicUrl).toBe(
      'https://shows.example.org',
    )
  })
})
