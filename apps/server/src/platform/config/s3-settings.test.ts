import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const store = { S3_BUCKET: 'shows', S3_ACCESS_KEY_ID: 'key-id', S3_SECRET_ACCESS_KEY: 'hush-hush' }
const read = (env: Record<string, string>) => readConfig({ SESSION_SECRET: 'unused', ...env }).s3

/** The lines about settings that do not do. */
function faults(env: Record<string, string>): string[] {
  try {
    read(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n')
    throw error
  }
}

describe('the settings of an S3 store', () => {
  it('are none by default', () => {
    expect(read({})).toBeNull()
    expect(read({ S3_BUCKET: '', S3_REGION: 'eu-west-1' })).toBeNull()
  })

  it('need a bucket and a key, and have a default for the rest', () => {
    expect(read(store)).toEqual({
      endpoint: null,
      publicEndpoint: null,
      region: 'us-east-1',
      bucket: 'shows',
      prefix: '',
      accessKeyId: 'key-id',
      secretAccessKey: 'hush-hush',
      pathStyle: false,
      checksums: 'WHEN_REQUIRED',
      presignedReads: false,
    })
    const own = { ...store, S3_ENDPOINT: 'http://127.0.0.1:9000/', S3_PREFIX: 'shows/files' }
    expect(read(own)).toMatchObject({
      endpoint: 'http://127.0.0.1:9000',
      pathStyle: true,
      prefix: 'shows/files/',
    })
    expect(read({ ...own, S3_FORCE_PATH_STYLE: 'off' })?.pathStyle).toBe(false)
  })

  it.each(Object.keys(store))('are refused without %s', (missing) => {
    const { [missing as keyof typeof store]: _missing, ...half } = store
    expect(faults(half)).toEqual([expect.stringMatching(new RegExp(`^${missing}: is needed`))])
  })

  it('are refused when only what they need besides was given', () => {
    expect(faults({ S3_ENDPOINT: 'http://127.0.0.1:9000' })).toHaveLength(3)
    expect(faults({ S3_PRESIGNED_READS: 'on' })).toHaveLength(3)
  })

  it.each([
    { S3_ENDPOINT: 'minio:9000' },
    { S3_ENDPOINT: 'https://store.example.org/bucket' },
    { S3_BUCKET: 'a bucket' },
    { S3_PREFIX: '../files' },
    { S3_PREFIX: '/files' },
    { S3_CHECKSUMS: 'never' },
    { S3_PRESIGNED_READS: 'true' },
  ])('name what is wrong in %j, and never the secret', (wrong) => {
    const [line = '', ...more] = faults({ ...store, ...wrong })
    expect([line.split(':')[0], more]).toEqual([Object.keys(wrong)[0], []])
    expect(line).not.toContain('hush-hush')
  })

  it('do not send browsers from https to http', () => {
    const secure = { ...store, PUBLIC_URL: 'https://shows.example.org', S3_PRESIGNED_READS: 'on' }
    const plain = { S3_ENDPOINT: 'http://minio:9000' }
    expect(faults({ ...secure, ...plain })).toEqual([expect.stringMatching(/^S3_ENDPOINT: must be https/)])
    expect(faults({ ...secure, ...plain, S3_PUBLIC_ENDPOINT: 'https://files.example.org' })).toEqual([])
    expect(faults({ ...secure, ...plain, S3_PRESIGNED_READS: 'off' })).toEqual([])
  })
})
