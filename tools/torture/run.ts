import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Product, startProduct } from '../product.ts'
import { createRandom, type Random } from '../seed/random.ts'
import { type Client, createClient } from './client.ts'
import { strike, type Victim } from './kill.ts'
import { acknowledged, createLedger, type Ledger, unanswered } from './ledger.ts'
import { awaitJobs, findRows, matchFiles, openDatabase, sweep } from './verify.ts'
import { ask, writeAll } from './writers.ts'

export type TortureOptions = {
  dataDir: string
  rounds: number
  seed: string
  /** Whom to kill in which round; by chance when not said. */
  victims?: readonly Victim[]
  say: (line: string) => void
}
export type Summary = { rounds: number; acknowledged: number; unanswered: number; swept: number }

type Round = {
  dataDir: string
  client: Client
  ledger: Ledger
  random: Random
  number: number
  victim: Victim
}

const start = (dataDir: string): Promise<Product> =>
  startProduct({ dataDir, logs: 'inherit', env: { LOG_LEVEL: 'error' } })

/** Writes at full speed until the blow falls at a moment of chance. */
async function writeAndStrike({ dataDir, client, ledger, random, number, victim }: Round): Promise<number> {
  const product = await start(dataDir)
  client.url = product.url
  await client.signIn()
  const ended = once(product.process, 'exit')
  const delay = random.whole(50, 2500)
  const writing = writeAll(client, ledger, random, number)
  await Promise.race([sleep(delay), writing])
  await strike(victim, product.process.pid as number, dataDir)
  await ended
  await writing
  return delay
}

/** A start that is cut short, too, now and then. */
async function startAndStrike({ dataDir, random }: Round): Promise<void> {
  const starting = startProduct({ dataDir, logs: 'ignore', cutAfter: random.whole(50, 1200) })
  await starting.catch(() => {})
}

/** Starts the product again, asks what became of the unanswered, and holds it to everything it ever acknowledged. */
async function recover({
  dataDir,
  client,
  ledger,
}: Round): Promise<{ ms: number; doubtful: number; swept: number }> {
  const began = performance.now()
  const product = await start(dataDir)
  const ms = performance.now() - began
  const db = await openDatabase(dataDir)
  try {
    client.url = product.url
    await client.signIn()
    await findRows(db, ledger)
    const doubtful = unanswered(ledger)
    for (const deed of doubtful) await ask(deed)
    // what was answered answers the same again
    for (const deed of acknowledged(ledger).slice(-10)) await ask(deed)
    await deleteAgain(client, ledger)
    await findRows(db, ledger)
    await awaitJobs(db)
    const swept = await sweep(db, dataDir)
    await matchFiles(db, dataDir, ledger)
    return { ms, doubtful: doubtful.length, swept }
  } finally {
    await db.end().catch(() => {})
    await product.stop()
  }
}

async function deleteAgain(client: Client, ledger: Ledger): Promise<void> {
  for (const [id, sure] of ledger.deleted) {
    if (sure) continue
    const answer = await client.request('DELETE', `/photos/${id}`)
    await answer.arrayBuffer()
    if (answer.status !== 204 && answer.status !== 404)
      throw new Error(`deleting again answered ${answer.status}`)
    ledger.deleted.set(id, true)
  }
}

/** Kills the product in the middle of writing, round after round, and throws at the first thing it lost. */
export async function torture({ dataDir, rounds, seed, victims, say }: TortureOptions): Promise<Summary> {
  const random = createRandom(seed)
  const client = createClient()
  const ledger = createLedger()
  const summary: Summary = { rounds: 0, acknowledged: 0, unanswered: 0, swept: 0 }
  for (let number = 1; number <= rounds; number++) {
    const chance = random.fork(`round ${number}`)
    const victim =
      victims?.[number - 1] ?? chance.pick<Victim>(['server', 'server', 'both', 'both', 'database'])
    const round: Round = { dataDir, client, ledger, random: chance, number, victim }
    const before = acknowledged(ledger).length
    const delay = await writeAndStrike(round)
    const written = acknowledged(ledger).length - before
    const twice = victims === undefined && chance.chance(0.2)
    if (twice) await startAndStrike(round)
    const { ms, doubtful, swept } = await recover(round)
    summary.rounds++
    summary.acknowledged += written
    summary.unanswered += doubtful
    summary.swept += swept
    say(
      `round ${number}: ${victim} killed after ${delay} ms${twice ? ' and while starting again' : ''}; ` +
        `${written} acknowledged, ${doubtful} unanswered; ready in ${Math.round(ms)} ms; ${swept} files swept; all there`,
    )
  }
  return summary
}
