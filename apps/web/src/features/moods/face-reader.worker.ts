import { createFaceReader, type FaceReader } from '@sharemyshows/mood/face'
import { fetchNets, WASM } from './face-files'
import type { FaceAnswer, FaceAsk } from './face-reader'

const answer = (message: FaceAnswer) => self.postMessage(message)

const opening = open()
opening.catch(fail)

self.onmessage = async ({ data }: MessageEvent<FaceAsk>) => {
  try {
    const pixels = toPixels(data.frame)
    answer({ reading: (await opening).read(pixels) })
  } catch (error) {
    fail(error)
  }
}

async function open(): Promise<FaceReader> {
  const nets = await fetchNets((share) => answer({ share }))
  const reader = await createFaceReader(nets, { wasm: WASM, follows: true })
  // the first run takes many times as long as the others
  reader.read(new ImageData(64, 64))
  answer({ open: true })
  return reader
}

let canvas: OffscreenCanvas | undefined

function toPixels(frame: ImageBitmap): ImageData {
  const { width, height } = frame
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('there is no canvas for pictures')
  context.drawImage(frame, 0, 0)
  frame.close()
  return context.getImageData(0, 0, width, height)
}

function fail(error: unknown): void {
  answer({ failed: error instanceof Error ? error.message : String(error) })
}
