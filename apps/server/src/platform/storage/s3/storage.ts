import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { S3Settings } from '../../config/s3-settings.ts'
import type { Log } from '../../log/log.ts'
import { UPLOADS } from '../../uploads/parts.ts'
import { checkKey } from '../keys.ts'
import type { Storage } from '../storage.ts'
import { createTemporary, keptAlive } from '../temporary.ts'
import { createClient } from './client.ts'
import { COPIED_AT_ONCE, copyObject } from './copy.ts'
import { faultOf, isBeyondEnd, isMissing } from './faults.ts'
import { abortStale, listObjects } from './list.ts'
import { createPresigner } from './presign.ts'

const PART_BYTES = 8 * 1_048_576
const PARTS_AT_ONCE = 2

type Options = {
  settings: S3Settings
  /** A folder of this machine, where temporary files lie. */
  local: string
  log: Log
  /** Most bytes copied by one call. */
  copiedAtOnce?: number
}

/** Objects of one bucket. */
export function createS3Storage({ settings, local, log, copiedAtOnce = COPIED_AT_ONCE }: Options): Storage {
  const { bucket, prefix } = settings
  const client = createClient(settings)
  const temporary = createTemporary(local)
  const nameOf = (key: string) => prefix + checkKey(key)
  const object = (key: string) => ({ Bucket: bucket, Key: nameOf(key) })

  /** Calls the store; what it cannot do now is told apart from what is our mistake, and written down. */
  async function ask<T>(what: string, call: () => Promise<T>): Promise<T> {
    try {
      return await call()
    } catch (error) {
      const fault = faultOf(error)
      log.warn({ call: what, fault: fault.message }, 'the object store failed')
      throw fault
    }
  }

  async function read(key: string, range?: { start: number; end: number }): Promise<Readable | null> {
    const Range = range && `bytes=${range.start}-${range.end}`
    const command = new GetObjectCommand({ ...object(key), ...(Range && { Range }) })
    return ask('read', async () => {
      try {
        return (await client.send(command)).Body as Readable
      } catch (error) {
        if (isMissing(error)) return null
        if (isBeyondEnd(error)) return Readable.from([])
        throw error
      }
    })
  }

  async function size(key: string): Promise<number | null> {
    const command = new HeadObjectCommand(object(key))
    return ask('size', async () => {
      try {
        return (await client.send(command)).ContentLength ?? 0
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    })
  }

  const remove = async (key: string) => {
    const command = new DeleteObjectCommand(object(key))
    await ask('remove', () => client.send(command).catch(unlessMissing))
  }

  return {
    read,
    size,
    remove,
    async adopt(key, file) {
      const params = object(key)
      const body = createReadStream(file, { highWaterMark: 1_048_576 })
      const upload = new Upload({
        client,
        params: { ...params, Body: body },
        partSize: PART_BYTES,
        queueSize: PARTS_AT_ONCE,
      })
      try {
        await ask('adopt', () => upload.done())
      } finally {
        body.destroy()
      }
      await rm(file, { force: true })
    },
    async write(key, bytes) {
      const command = new PutObjectCommand({ ...object(key), Body: bytes })
      await ask('write', () => client.send(command))
    },
    async copy(from, to) {
      const names = { from: nameOf(from), to: nameOf(to) }
      const found = await size(from)
      if (found === null) throw nothingUnder(from)
      const copy = { ...names, bucket, size: found, most: copiedAtOnce }
      await ask('copy', () => copyObject(client, copy))
    },
    async withFile(key, use) {
      const file = await temporary.fresh()
      try {
        const body = await read(key)
        if (body === null) throw nothingUnder(key)
        await ask('read', () => pipeline(body, createWriteStream(file, { flags: 'wx', mode: 0o600 })))
        return await keptAlive(file, () => use(file))
      } finally {
        await rm(file, { force: true })
      }
    },
    ...createPresigner(settings, object),
    temporary: temporary.fresh,
    async sweepTemporary(age) {
      // those that people send in parts are unfinished for as long as they take; whoever keeps them ends them
      const spared = (name: string) => name.startsWith(`${prefix}${UPLOADS}/`)
      const aborted = await ask('sweep', () => abortStale(client, bucket, prefix, age, spared))
      return aborted + (await temporary.sweep(age))
    },
    async *list(below) {
      try {
        for await (const { key, age } of listObjects(client, bucket, `${prefix}${below}/`)) {
          yield { key: key.slice(prefix.length), age }
        }
      } catch (error) {
        throw faultOf(error)
      }
    },
    answers: () =>
      client.send(new HeadBucketCommand({ Bucket: bucket })).then(
        () => true,
        () => false,
      ),
  }
}

/** Code as of a file that is not there, because that is what it means. */
const nothingUnder = (key: string) =>
  Object.assign(new Error(`ENOENT: nothing lies under ${key}`), { code: 'ENOENT' })

function unlessMissing(error: unknown): void {
  if (!isMissing(error)) throw error
}
