import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../log/log.ts'
import { createModels } from './models.ts'

const weights = randomBytes(200_000)
const file = {
  name: 'weights.tflite',
  bytes: weights.length,
  sha256: createHash('sha256').update(weights).digest('hex'),
}
const log = createLog('silent')
let dataDir = ''
let server: Server | undefined
let asked: string[] = []
let clock = 0

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'sms-models-'))
  asked = []
  clock = 1_000_000
})
afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
  await rm(dataDir, { recursive: true, force: true })
})

/** Models whose server answers so. */
async function served(answer: RequestListener, patience = { whole: 5000, silence: 5000 }) {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const modelsUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/models`
  return createModels({ modelsDir: '/nowhere', dataDir, modelsUrl }, log, {
    file,
    patience,
    now: () => clock,
  })
}
const whole: RequestListener = (_, response) => response.end(weights)
const kept = () => readdir(path.join(dataDir, 'models'))

describe('models', () => {
  it('are fetched once, whole and checked, and say how far they are', async () => {
    const models = await served(whole)
    const shares: number[] = []
    expect(await models.tagging({ onProgress: (share) => shares.push(share) })).toEqual(weights)
    expect(shares.at(-1)).toBe(1)
    expect(await kept()).toEqual([file.name])
    expect(await readFile(path.join(dataDir, 'models', file.name))).toEqual(weights)
    await models.tagging()
    expect(asked).toEqual(['/models/weights.tflite'])
  })

  it('come whole from a server that sends all at once and hangs up', async () => {
    const models = await served((request) => {
      request.socket.end(Buffer.concat([Buffer.from('HTTP/1.0 200 OK\r\n\r\n'), weights]))
    })
    expect(await models.tagging()).toEqual(weights)
  })

  it('are taken from the folder that is named, without asking anybody', async () => {
    await writeFile(path.join(dataDir, file.name), weights)
    const settings = { modelsDir: dataDir, dataDir, modelsUrl: 'http://127.0.0.1:9/' }
    expect(await createModels(settings, log, { file }).tagging()).toEqual(weights)
  })

  it('are not fetched where that is off', async () => {
    const settings = { modelsDir: '/nowhere', dataDir, modelsUrl: null }
    expect(await createModels(settings, log, { file }).tagging()).toBe(null)
  })

  it('are fetched once for all who ask at the same time', async () => {
    const models = await served(whole)
    const came = await Promise.all([models.tagging(), models.tagging(), models.tagging()])
    expect(came.map((bytes) => bytes?.length)).toEqual([weights.length, weights.length, weights.length])
    expect(asked).toHaveLength(1)
  })

  it('do not keep anybody waiting longer than asked, and come all the same', async () => {
    let answer = () => {}
    const models = await served((_, response) => {
      answer = () => response.end(weights)
    })
    expect(await models.tagging({ wait: 1 })).toBe(null)
    const later = models.tagging()
    await expect.poll(() => asked.length).toBe(1)
    answer()
    expect(await later).toEqual(weights)
    expect(asked).toHaveLength(1)
  })

  const wrong: Record<string, RequestListener> = {
    'of another checksum': (_, response) => response.end(Buffer.alloc(weights.length)),
    'cut off': (_, response) => {
      response.writeHead(200, { 'content-length': weights.length })
      response.write(weights.subarray(0, 1000), () => response.destroy())
    },
    'too short': (_, response) => response.end(weights.subarray(0, 1000)),
    'without an end': (_, response) => {
      const more = () => response.write(weights, () => response.destroyed || more())
      more()
    },
    'not there': (_, response) => response.writeHead(404).end('nothing'),
    'a ring of redirects': (_, response) => response.writeHead(302, { location: '/models/round' }).end(),
    'led elsewhere without https': (_, response) =>
      response.writeHead(302, { location: 'http://localhost:9/inside' }).end(),
    'led to a file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  }
  for (const [what, answer] of Object.entries(wrong))
    it(`${what}: none, nothing left behind, and nobody asked again at once`, async () => {
      const models = await served(answer)
      expect(await models.tagging()).toBe(null)
      expect(await kept()).toEqual([])
      const before = asked.length
      expect(await models.tagging()).toBe(null)
      expect(asked).toHaveLength(before)
    })

  it('that say nothing for too long are given up', async () => {
    const models = await served((_, response) => response.write(weights.subarray(0, 10)), {
      whole: 5000,
      silence: 50,
    })
    expect(await models.tagging()).toBe(null)
    expect(await kept()).toEqual([])
  })

  it('that take too long in all are given up', async () => {
    const drip: RequestListener = (_, response) => {
      const beat = setInterval(() => response.write(weights.subarray(0, 1)), 10)
      response.on('close', () => clearInterval(beat))
    }
    const models = await served(drip, { whole: 100, silence: 5000 })
    expect(await models.tagging()).toBe(null)
  })

  it('are asked for again after a pause, which grows', async () => {
    let ready = false
    const models = await served((request, response) =>
      ready ? whole(request, response) : response.writeHead(503).end(),
    )
    expect(await models.tagging()).toBe(null)
    clock += 5 * 60_000
    expect(await models.tagging()).toBe(null)
    expect(asked).toHaveLength(2)
    ready = true
    clock += 5 * 60_000
    expect(await models.tagging()).toBe(null)
    clock += 5 * 60_000
    expect(await models.tagging()).toEqual(weights)
  })

  it('follow a redirect on the same server', async () => {
    const models = await served((request, response) =>
      request.url === '/models/weights.tflite'
        ? response.writeHead(302, { location: '/elsewhere' }).end()
        : response.end(weights),
    )
    expect(await models.tagging()).toEqual(weights)
    expect(asked).toEqual(['/models/weights.tflite', '/elsewhere'])
  })

  it('do without what a killed process left, and remove it when it is old', async () => {
    const folder = path.join(dataDir, 'models')
    await mkdir(folder)
    await writeFile(path.join(folder, `${file.name}.old.part`), 'abc')
    await utimes(path.join(folder, `${file.name}.old.part`), 1, 1)
    await writeFile(path.join(folder, `${file.name}.new.part`), 'abc')
    await writeFile(path.join(folder, file.name), 'spoilt')
    const models = await served(whole)
    expect(await models.tagging()).toEqual(weights)
    expect((await kept()).sort()).toEqual([file.name, `${file.name}.new.part`])
  })
})
