/** A process of its own full of pages in one room, one of which speaks when its parent says so. */
import { createRequire } from 'node:module'
import path from 'node:path'

/** Where to connect as whom; the first token is the speaker's, the others are shared by all the rest. */
export type CrowdTask = {
  url: string
  tokens: string[]
  place: { show_id: string }
  sockets: number
  messages: number
}
export type CrowdSays = { kind: 'gathered' } | { kind: 'spoken'; deliveries: number }

const AT_A_TIME = 50

// the product's own client, which this package does not depend on
const require = createRequire(path.join(import.meta.dirname, '../apps/server/package.json'))
const { io } = require('socket.io-client') as typeof import('socket.io-client')
type Page = ReturnType<typeof io>

const send = (said: CrowdSays) => process.send?.(said)
const pages: Page[] = []
/** Deliveries so far of the message that is under way, and what is to be done when all have it. */
let delivered = 0
let expected = 0
let done = () => {}
let text = ''

async function enter({ url, place }: CrowdTask, token: string): Promise<Page> {
  const page = io(url, { auth: { token }, transports: ['websocket'], forceNew: true, reconnection: false })
  await new Promise<void>((resolve, reject) => {
    page.once('connect', resolve)
    page.once('connect_error', reject)
  })
  page.once('disconnect', () => fail('a page was cut off'))
  const answer = await page.emitWithAck('join_chat', place)
  if (!answer.ok) fail(`a page may not join: ${answer.error.code}`)
  page.on('new_message', (message: { text: string }) => {
    if (message.text !== text) fail(`heard ${message.text} instead of ${text}`)
    if (++delivered === expected) done()
    else if (delivered > expected) fail('a message came twice')
  })
  return page
}

function fail(why: string): never {
  console.error(why)
  process.exit(1)
}

async function gather(task: CrowdTask): Promise<void> {
  const [speaker = '', ...rest] = task.tokens
  const others = rest.length > 0 ? rest : [speaker]
  for (let start = 0; start < task.sockets; start += AT_A_TIME) {
    const batch = Array.from({ length: Math.min(AT_A_TIME, task.sockets - start) }, (_, n) =>
      enter(task, start + n === 0 ? speaker : (others[(start + n) % others.length] ?? '')),
    )
    pages.push(...(await Promise.all(batch)))
  }
  expected = pages.length
  send({ kind: 'gathered' })
}

let said = 0
async function speak({ place, messages }: CrowdTask): Promise<void> {
  const began = performance.now()
  for (let n = 0; n < messages; n++) {
    const all = new Promise<void>((resolve) => {
      done = resolve
    })
    delivered = 0
    text = `Message number ${said++} of the evening, as long as what people usually say`
    pages[0]?.emit('send_message', { ...place, text })
    await all
  }
  const seconds = (performance.now() - began) / 1000
  send({ kind: 'spoken', deliveries: (messages * pages.length) / seconds })
}

let task: CrowdTask
process.on('message', (order: CrowdTask | 'speak') => {
  if (order === 'speak') return void speak(task)
  task = order
  gather(task).catch((error) => fail(String(error)))
})
process.on('disconnect', () => process.exit())
