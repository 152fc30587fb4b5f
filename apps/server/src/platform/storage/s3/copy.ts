import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3'

/** Most bytes that one call copies: more would keep the store silent for too long, and above 5 GB none does. */
export const COPIED_AT_ONCE = 256 * 1_048_576

type Copy = { bucket: string; from: string; to: string; size: number; most: number }

/** Copies an object within its bucket; its bytes never come here. */
export async function copyObject(client: S3Client, copy: Copy): Promise<void> {
  const { bucket, from, to, size, most } = copy
  const CopySource = `${bucket}/${from}`
  if (size <= most) {
    await client.send(new CopyObjectCommand({ Bucket: bucket, Key: to, CopySource }))
    return
  }
  const whole = { Bucket: bucket, Key: to }
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(whole))
  try {
    const Parts: { PartNumber: number; ETag: string | undefined }[] = []
    for (let start = 0; start < size; start += most) {
      const PartNumber = Parts.length + 1
      const CopySourceRange = `bytes=${start}-${Math.min(start + most, size) - 1}`
      const { CopyPartResult } = await client.send(
        new UploadPartCopyCommand({ ...whole, UploadId, PartNumber, CopySource, CopySourceRange }),
      )
      Parts.push({ PartNumber, ETag: CopyPartResult?.ETag })
    }
    await client.send(new CompleteMultipartUploadCommand({ ...whole, UploadId, MultipartUpload: { Parts } }))
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand({ ...whole, UploadId })).catch(() => {})
    throw error
  }
}
