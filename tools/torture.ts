/**
 * `npm run torture` kills the product 50 times in the middle of writing, in some rounds with its database, and checks
 * after each start that everything it acknowledged is there. `-- --rounds N` is shorter, `--seed TEXT` another chance.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { torture } from './torture/run.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: Date.now().toString(36) },
  },
})
const dataDir = await mkdtemp(join(tmpdir(), 'sms-torture-'))
console.log(`seed ${values.seed}, in ${dataDir}`)
const began = performance.now()
const summary = await torture({
  dataDir,
  rounds: Number(values.rounds),
  seed: values.seed,
  say: (line) => console.log(line),
})
await rm(dataDir, { recursive: true, force: true })
const minutes = ((performance.now() - began) / 60_000).toFixed(1)
console.log(
  `${summary.rounds} rounds in ${minutes} minutes: ${summary.acknowledged} writes acknowledged and all there once, ` +
    `${summary.unanswered} never answered and each there once when asked again, ${summary.swept} files swept, no job stuck.`,
)
