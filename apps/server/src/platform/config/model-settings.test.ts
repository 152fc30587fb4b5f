import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const read = (env: Record<string, string>) =>
  readConfig({ DATA_DIR: '/nowhere', SESSION_SECRET: 'kV9x2mQp7TzR4wLs8NbY3cHf6JdG5aEu', ...env })

describe('models', () => {
  it('come from where they were published, into the data folder', () => {
    for (const env of [{}, { MODELS_DIR: '', MODELS_URL: '' }]) {
      const { modelsDir, modelsUrl } = read(env)
      expect(modelsDir).toBe('/nowhere/models')
      expect(modelsUrl).toMatch(/^https:\/\/\S+\/$/)
    }
  })

  it('come from a mirror, or from nowhere', () => {
    expect(read({ MODELS_URL: 'http://10.0.0.2/m/' }).modelsUrl).toBe('http://10.0.0.2/m/')
    expect(read({ MODELS_URL: 'off' }).modelsUrl).toBe(null)
    expect(read({ MODELS_DIR: '/models' }).modelsDir).toBe('/models')
  })

  it('come from no other kind of address', () => {
    for (const MODELS_URL of ['file:///etc/', 'models', 'no', 'ftp://example.org/'])
      expect(() => read({ MODELS_URL })).toThrow('MODELS_URL')
  })
})
