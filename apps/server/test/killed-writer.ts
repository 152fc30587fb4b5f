/** Begins to put a file of 20 MB under a key, to be killed over it. */
import { writeFile } from 'node:fs/promises'
import { readConfig } from '../src/platform/config/config.ts'
import { createLog } from '../src/platform/log/log.ts'
import { createStorage } from '../src/platform/storage/create.ts'

const storage = createStorage(readConfig(process.env), createLog('silent'))
const file = await storage.temporary()
await writeFile(file, Buffer.alloc(20 * 1_048_576, 'encore'))
process.stdout.write('begun\n')
await storage.adopt(process.argv[2] ?? '', file)
