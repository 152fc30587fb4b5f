/**
 * `npm run fuzz` sends 4,000 requests to every operation of the contract, most of them spoilt somewhere, to the product
 * on a data folder of its own. `-- --seed TEXT` repeats a run, `--requests N` sends more or fewer, `--only N` sends one.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz/run.ts'
import { startProduct } from './product.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: Date.now().toString(36) },
    requests: { type: 'string', default: '4000' },
    only: { type: 'string' },
  },
})
const dataDir = await mkdtemp(join(tmpdir(), 'sms-fuzz-'))
const product = await startProduct({ dataDir, env: { LOG_LEVEL: 'error' }, logs: 'inherit' })
console.log(`seed ${values.seed}, on ${product.url}`)
const began = performance.now()
const { requests, byStatus, findings } = await fuzz({
  url: product.url,
  seed: values.seed,
  requests: Number(values.requests),
  ...(values.only === undefined ? {} : { only: Number(values.only) }),
}).finally(async () => {
  await product.stop()
  await rm(dataDir, { recursive: true, force: true })
})
for (const { number, request, spoilt, fault } of findings) {
  console.log(`\n#${number} ${fault}\n  ${request}\n  spoilt: ${spoilt.join('; ') || 'nothing'}`)
}
const counts = [...byStatus].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
console.log(
  `\n${requests} requests in ${((performance.now() - began) / 1000).toFixed(0)} s. ${counts.join(', ')}`,
)
console.log(`seed ${values.seed}: ${findings.length} findings`)
process.exitCode = findings.length === 0 ? 0 : 1
