import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { torture } from './run.ts'

/** The long form, 50 rounds with moments and victims by chance, is `npm run torture`. */
it.skipIf(process.platform !== 'linux')(
  '53, 56: everything acknowledged is there once after the server dies, and after the power goes',
  { timeout: 300_000 },
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sms-torture-'))
    const summary = await torture({
      dataDir,
      rounds: 2,
      seed: 'in every run the same',
      victims: ['server', 'both'],
      say: () => {},
    })
    expect(summary.acknowledged).toBeGreaterThan(0)
    await rm(dataDir, { recursive: true, force: true })
  },
)
