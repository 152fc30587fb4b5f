/** Sends a file by tus in a process of its own: `node send-upload.ts FILE TOKEN ENDPOINT [ADDRESS]`; says where and how far. */
import { createReadStream } from 'node:fs'
import { Upload } from 'tus-js-client'

const [file = '', token = '', endpoint = '', address] = process.argv.slice(2)
const upload = new Upload(createReadStream(file), {
  endpoint,
  ...(address !== undefined && { uploadUrl: address }),
  headers: { authorization: `Bearer ${token}` },
  metadata: { filename: 'the whole night.mp4' },
  chunkSize: 8 * 1_048_576,
  // somebody who was cut off without a word is busy until the server notices
  retryDelays: Array.from({ length: 60 }, () => 1000),
  onUploadUrlAvailable: () => console.log(JSON.stringify({ address: new URL(upload.url ?? '').pathname })),
  onProgress: (sent) => console.log(JSON.stringify({ sent })),
  onError: (error) => {
    console.error(error.message)
    process.exitCode = 1
  },
})
upload.start()
