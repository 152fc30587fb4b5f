import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Ear, listen } from '../../apps/server/test/live.ts'
import { startProduct } from '../product.ts'
import { createRandom } from '../seed/random.ts'
import { createClient } from './client.ts'
import { strike, type Victim } from './kill.ts'
import { openDatabase } from './verify.ts'

export type ChatTortureOptions = {
  dataDir: string
  rounds: number
  seed: string
  victims?: readonly Victim[]
  say: (line: string) => void
}

const WRITERS = 8

/** What somebody says in order; `numbers` of those that were acknowledged. */
type Voice = { name: string; said: number; numbers: Map<string, number> }

/** Says one thing after the other until the connection is gone; what was never acknowledged is said again. */
async function talk(ear: Ear, voice: Voice, show_id: string, heard: () => void): Promise<void> {
  for (;;) {
    const text = `${voice.name}-${voice.said}`
    const message = { show_id, text, client_id: text }
    // a connection that breaks answers nothing
    const answer = await ear.socket.emitWithAck('send_message', message).catch(() => null)
    if (answer === null) return
    if (answer.ok) voice.numbers.set(text, answer.number)
    // the database went first: she tries again
    else if (answer.error.code !== 'unavailable') throw new Error(`${text} was refused: ${answer.error.code}`)
    if (!answer.ok) continue
    voice.said++
    heard()
  }
}

/** Everything acknowledged is there once under the number that was told, and the numbers have no gap. */
async function verify(dataDir: string, show_id: string, voices: readonly Voice[]): Promise<number> {
  const db = await openDatabase(dataDir)
  try {
    const { rows } = await db.query<{ text: string; number: number; last: number }>(
      `select m.text, m.number, c.last_number as last from messages m join conversations c on c.id = m.conversation_id
        where c.show_id = $1 order by m.number`,
      [show_id],
    )
    const kept = new Map(rows.map(({ text, number }) => [text, number]))
    if (kept.size !== rows.length) throw new Error('something was said twice')
    rows.forEach(({ number, last }, n) => {
      if (number !== n + 1 || last !== rows.length) throw new Error(`number ${number} stands at ${n + 1}`)
    })
    for (const { name, numbers } of voices) {
      for (const [text, number] of numbers) {
        if (kept.get(text) !== number)
          throw new Error(`${text} was acknowledged as ${number}, is ${kept.get(text)}`)
      }
      const own = rows.map(({ text }) => text).filter((text) => text.startsWith(`${name}-`))
      if (own.some((text, n) => text !== `${name}-${n}`))
        throw new Error(`${name} is not in the order it was said`)
    }
    return rows.length
  } finally {
    await db.end().catch(() => {})
  }
}

/** Kills the product while people talk, round after round, and throws at the first thing it lost, doubled or moved. */
export async function tortureChat({
  dataDir,
  rounds,
  seed,
  victims,
  say,
}: ChatTortureOptions): Promise<number> {
  const random = createRandom(seed)
  const client = createClient()
  const voices = Array.from(
    { length: WRITERS },
    (_, n): Voice => ({ name: `v${n}`, said: 0, numbers: new Map() }),
  )
  let show_id = ''
  let kept = 0
  for (let round = 1; round <= rounds; round++) {
    const product = await startProduct({ dataDir, logs: 'inherit', env: { LOG_LEVEL: 'fatal' } })
    client.url = product.url
    await client.signIn()
    if (show_id === '') {
      const show = { artist_name: 'The Talkers', venue_name: 'Town Hall', show_date: '2024-06-01' }
      show_id = ((await (await client.request('POST', '/shows', show)).json()) as { id: string }).id
    } else kept = await verify(dataDir, show_id, voices)
    const ears = await Promise.all(voices.map(() => listen(product.url, client)))
    // the blow falls in the middle of talking, however fast that goes here
    let left = random.whole(20, 200)
    const enough = Promise.withResolvers<void>()
    const count = () => --left === 0 && enough.resolve()
    const talking = voices.map((voice, n) => talk(ears[n] as Ear, voice, show_id, count))
    await Promise.race([enough.promise, Promise.all(talking)])
    await sleep(random.whole(0, 20))
    const victim = victims?.[round - 1] ?? random.pick<Victim>(['server', 'server', 'both', 'database'])
    await strike(victim, product.process.pid as number, dataDir)
    if (victim === 'database') await sleep(200)
    if (product.process.exitCode === null) product.process.kill('SIGKILL')
    if (product.process.exitCode === null && product.process.signalCode === null)
      await once(product.process, 'exit')
    await Promise.all(talking)
    const sure = voices.reduce((sum, { numbers }) => sum + numbers.size, 0)
    say(`round ${round}: ${victim} killed; ${sure} acknowledged so far, ${kept} verified before`)
  }
  const last = await startProduct({ dataDir, logs: 'inherit', env: { LOG_LEVEL: 'fatal' } })
  kept = await verify(dataDir, show_id, voices)
  await last.stop()
  return kept
}
