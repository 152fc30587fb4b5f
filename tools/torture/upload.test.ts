import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tortureUpload } from './upload.ts'

/** The long form, 300 MB and a network that dies without a word, is `npm run torture -- uploads`. */
it.skipIf(process.platform !== 'linux')(
  '35, 53: a video whose client, network and server die goes on each time, and arrives byte for byte',
  { timeout: 300_000 },
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sms-torture-'))
    const said: string[] = []
    await tortureUpload({ dataDir, bytes: 40 * 1_048_576, silently: false, say: (line) => said.push(line) })
    expect(said).toHaveLength(4)
    await rm(dataDir, { recursive: true, force: true })
  },
)
