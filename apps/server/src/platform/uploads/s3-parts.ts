import type { S3Settings } from '../config/s3-settings.ts'
import { createTemporary } from '../storage/temporary.ts'
import { idOf, keyOf, type PartStore, type PartsOf, UPLOADS } from './parts.ts'
import { createMultipart, type Whole } from './s3-multipart.ts'
import { createSpool, type Spool } from './spool.ts'

/** Stores take no smaller part than 5 MB, but for the last. */
const PART_BYTES = 8 * 1_048_576

/**
 * One multipart upload of the store for each upload. What is left over of a part, because its sender was cut off, lies
 * beside it as the tail, whose name says where it begins: it is replaced as a whole, and one that begins elsewhere than
 * where the parts end has become part of them.
 */
export function createS3Parts(settings: S3Settings, local: string): PartStore {
  const store = createMultipart(settings)
  const temporary = createTemporary(local)
  const tailOf = (id: string, start: number) => `${keyOf(id)}.${start}`
  const wholeOf = ({ id, ref }: PartsOf): Whole | null => (ref === null ? null : { key: keyOf(id), ref })

  async function inParts(whole: Whole): Promise<{ size: number; count: number } | null> {
    const parts = await store.list(whole)
    return parts && { size: parts.reduce((sum, { size }) => sum + size, 0), count: parts.length }
  }

  async function size(upload: PartsOf): Promise<number> {
    const whole = wholeOf(upload)
    if (whole === null) return 0
    const parts = await inParts(whole)
    // completed by a run before this one
    if (parts === null) return (await store.sizeOf(whole.key)) ?? 0
    if (parts.size === upload.length) return parts.size
    return parts.size + ((await store.sizeOf(tailOf(upload.id, parts.size))) ?? 0)
  }

  return {
    begin: (id) => store.begin(keyOf(id)),
    size,
    async append(upload, offset, bytes) {
      const whole = wholeOf(upload)
      const parts = whole && (await inParts(whole))
      if (whole === null || parts === null) throw new Error(`upload ${upload.id} was not begun`)
      let { size: stored, count } = parts
      const spool = await createSpool(await temporary.fresh(), PART_BYTES)
      const flush = async () => {
        await store.put(whole, ++count, await spool.bytes())
        const start = stored
        stored += spool.held()
        spool.clear()
        await store.remove(tailOf(upload.id, start))
      }
      try {
        if (offset > stored) await fill(spool, (await store.read(tailOf(upload.id, stored))) ?? [])
        const source = untilFault(bytes)
        for await (const chunk of source.bytes) {
          for (let rest = chunk; rest.length > 0; ) {
            rest = await spool.add(rest)
            if (spool.held() === PART_BYTES) await flush()
          }
        }
        const size = stored + spool.held()
        if (size === upload.length && spool.held() > 0) await flush()
        else if (size > offset && spool.held() > 0) {
          await store.write(tailOf(upload.id, stored), await spool.bytes())
        }
        return { size, fault: source.fault() }
      } finally {
        await spool.close()
      }
    },
    async seal(upload) {
      const whole = wholeOf(upload)
      const parts = whole && (await store.list(whole))
      if (whole !== null && parts !== null) await store.complete(whole, parts)
    },
    async remove(upload) {
      const whole = wholeOf(upload)
      if (whole !== null) await store.abort(whole)
      for await (const key of store.keysBelow(keyOf(upload.id))) await store.remove(key)
    },
    async sweep(age, findGone) {
      const old: Whole[] = []
      for await (const one of store.unfinishedBelow(`${UPLOADS}/`)) if (one.age >= age) old.push(one)
      const gone = new Set(await findGone([...new Set(old.map(({ key }) => idOf(key)))]))
      const orphans = old.filter(({ key }) => gone.has(idOf(key)))
      for (const one of orphans) await store.abort(one)
      return orphans.length
    },
  }
}

async function fill(spool: Spool, bytes: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
  for await (const chunk of bytes) await spool.add(chunk)
}

/** Bytes that end instead of failing, and what failed: faults of the store are others. */
function untilFault(bytes: AsyncIterable<Buffer>): { bytes: AsyncIterable<Buffer>; fault: () => unknown } {
  let fault: unknown
  async function* tolerant() {
    try {
      yield* bytes
    } catch (error) {
      fault = error
    }
  }
  return { bytes: tolerant(), fault: () => fault }
}
