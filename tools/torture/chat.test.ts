import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tortureChat } from './chat.ts'

/** The long form, 20 rounds with moments and victims by chance, is `npm run torture -- chat`. */
it.skipIf(process.platform !== 'linux')(
  '53: nothing said in a room is lost, doubled or moved when the server dies, and when the power goes',
  { timeout: 300_000 },
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sms-torture-'))
    const options = {
      dataDir,
      rounds: 2,
      seed: 'in every run the same',
      victims: ['server', 'both'] as const,
    }
    expect(await tortureChat({ ...options, say: () => {} })).toBeGreaterThan(0)
    await rm(dataDir, { recursive: true, force: true })
  },
)
