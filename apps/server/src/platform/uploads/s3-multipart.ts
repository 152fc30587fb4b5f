import type { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  type ListPartsCommandOutput,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import type { S3Settings } from '../config/s3-settings.ts'
import { createClient } from '../storage/s3/client.ts'
import { faultOf, isMissing } from '../storage/s3/faults.ts'
import { listObjects, listUnfinished } from '../storage/s3/list.ts'

/** One multipart upload of the store. */
export type Whole = { key: string; ref: string }
type Part = { PartNumber: number; ETag: string | undefined; size: number }

/** Null instead of the fault of something that is not there. */
const orNull = (error: unknown): null => {
  if (isMissing(error)) return null
  throw error
}

/** What uploads need of a bucket; faults are told in our words. */
export function createMultipart(settings: S3Settings) {
  const { bucket: Bucket, prefix } = settings
  const client = createClient(settings)
  const object = (key: string) => ({ Bucket, Key: prefix + key })
  const named = ({ key, ref }: Whole) => ({ ...object(key), UploadId: ref })
  const ask = <T>(call: () => Promise<T>): Promise<T> =>
    call().catch((error) => {
      throw faultOf(error)
    })

  /** The parts that follow each other from the first on; null when the store knows of no such upload. */
  async function list(whole: Whole): Promise<Part[] | null> {
    const parts: Part[] = []
    let marker: string | undefined
    do {
      const page: ListPartsCommandOutput | null = await client
        .send(new ListPartsCommand({ ...named(whole), PartNumberMarker: marker }))
        .catch(orNull)
      if (page === null) return null
      for (const { PartNumber = 0, ETag, Size = 0 } of page.Parts ?? []) {
        if (PartNumber === parts.length + 1) parts.push({ PartNumber, ETag, size: Size })
      }
      marker = page.IsTruncated ? page.NextPartNumberMarker : undefined
    } while (marker !== undefined)
    return parts
  }

  return {
    list: (whole: Whole) => ask(() => list(whole)),
    begin: (key: string) =>
      ask(async () => {
        const { UploadId } = await client.send(new CreateMultipartUploadCommand(object(key)))
        if (UploadId === undefined) throw new Error('the store named no upload')
        return UploadId
      }),
    put: (whole: Whole, PartNumber: number, Body: Buffer) =>
      ask(() => client.send(new UploadPartCommand({ ...named(whole), PartNumber, Body }))),
    complete: (whole: Whole, parts: readonly Part[]) =>
      ask(() =>
        client.send(
          new CompleteMultipartUploadCommand({
            ...named(whole),
            MultipartUpload: { Parts: parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag })) },
          }),
        ),
      ),
    abort: (whole: Whole) =>
      ask(() => client.send(new AbortMultipartUploadCommand(named(whole))).catch(orNull)),
    sizeOf: (key: string) =>
      ask(async () => {
        const found = await client.send(new HeadObjectCommand(object(key))).catch(orNull)
        return found === null ? null : (found.ContentLength ?? 0)
      }),
    read: (key: string) =>
      ask(async () => {
        const found = await client.send(new GetObjectCommand(object(key))).catch(orNull)
        return found === null ? null : (found.Body as Readable)
      }),
    write: (key: string, Body: Buffer) =>
      ask(() => client.send(new PutObjectCommand({ ...object(key), Body }))),
    remove: (key: string) => ask(() => client.send(new DeleteObjectCommand(object(key))).catch(orNull)),
    async *keysBelow(start: string): AsyncIterable<string> {
      for await (const { key } of listObjects(client, Bucket, prefix + start)) yield key.slice(prefix.length)
    },
    async *unfinishedBelow(start: string): AsyncIterable<Whole & { age: number }> {
      for await (const { key, uploadId, age } of listUnfinished(client, Bucket, prefix + start)) {
        if (uploadId !== undefined) yield { key: key.slice(prefix.length), ref: uploadId, age }
      }
    },
  }
}
