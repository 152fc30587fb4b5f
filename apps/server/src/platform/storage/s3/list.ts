import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3'

/** Never less than nothing: a store's clock may be ahead of ours. */
const ageOf = (then = new Date()) => Math.max(0, Date.now() - then.getTime())

/** Every object whose key begins with `prefix`, `most` a page. */
export async function* listObjects(
  client: S3Client,
  bucket: string,
  prefix: string,
  most = 1000,
): AsyncIterable<{ key: string; age: number }> {
  let token: string | undefined
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        MaxKeys: most,
        ContinuationToken: token,
      }),
    )
    for (const { Key, LastModified } of page.Contents ?? []) {
      if (Key !== undefined) yield { key: Key, age: ageOf(LastModified) }
    }
    token = page.NextContinuationToken
  } while (token !== undefined)
}

/** What was begun in parts and never completed. */
export async function* listUnfinished(
  client: S3Client,
  bucket: string,
  prefix: string,
): AsyncIterable<{ key: string; uploadId: string | undefined; age: number }> {
  let marker: { KeyMarker: string | undefined; UploadIdMarker: string | undefined } | undefined
  do {
    const page = await client.send(
      new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix, ...marker }),
    )
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      if (Key !== undefined) yield { key: Key, uploadId: UploadId, age: ageOf(Initiated) }
    }
    marker = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
      : undefined
  } while (marker !== undefined)
}

/** Gives up what was begun in parts more than `age` ago and never completed, unless `spared`; gives its number. */
export async function abortStale(
  client: S3Client,
  bucket: string,
  prefix: string,
  age: number,
  spared: (key: string) => boolean,
): Promise<number> {
  let aborted = 0
  for await (const { key, uploadId, age: old } of listUnfinished(client, bucket, prefix)) {
    if (old < age || spared(key)) continue
    await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId }))
    aborted++
  }
  return aborted
}
