import type { FaceReading } from '@sharemyshows/mood/face'

export type { FaceReading }

/** What the worker is asked, and what it says. */
export type FaceAsk = { frame: ImageBitmap }
export type FaceAnswer = { share: number } | { open: true } | { reading: FaceReading } | { failed: string }

/** Pixels of a frame's longer side: a face within an arm's length is then larger than any net looks at it. */
const MOST_PIXELS = 640

/**
 * Reads faces beside the page, so that this stays as smooth as it was. The nets come from our own server, `onProgress` says
 * how far they are, 0 to 1; a frame goes into the worker and nowhere else. A signal ends the opening, and its reason is thrown.
 */
export async function openFaceReader({
  onProgress,
  signal,
}: {
  onProgress: (share: number) => void
  signal: AbortSignal
}): Promise<{ read(video: HTMLVideoElement): Promise<FaceReading>; close(): void }> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./face-reader.worker.ts', import.meta.url), { type: 'module' })
  let waiting = Promise.withResolvers<FaceReading | null>()
  const give = (reading: FaceReading | null) => waiting.resolve(reading)
  const fail = (reason: unknown) => waiting.reject(reason)
  worker.onerror = (event) => fail(new Error(event.message || 'the face reader broke off'))
  worker.onmessage = ({ data }: MessageEvent<FaceAnswer>) => {
    if ('share' in data) onProgress(data.share)
    else if ('open' in data) give(null)
    else if ('reading' in data) give(data.reading)
    else fail(new Error(data.failed))
  }
  const abort = () => fail(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    await waiting.promise
  } catch (error) {
    worker.terminate()
    throw error
  } finally {
    signal.removeEventListener('abort', abort)
  }
  return {
    /** One frame at a time. */
    async read(video) {
      const frame = await takeFrame(video)
      waiting = Promise.withResolvers()
      worker.postMessage({ frame } satisfies FaceAsk, [frame])
      return (await waiting.promise) ?? { landmarks_detected: false, scores: null }
    },
    close() {
      fail(new Error('the face reader was closed'))
      worker.terminate()
    },
  }
}

function takeFrame(video: HTMLVideoElement): Promise<ImageBitmap> {
  const { videoWidth: width, videoHeight: height } = video
  const scale = Math.min(1, MOST_PIXELS / Math.max(width, height))
  return createImageBitmap(video, {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: 'medium',
  })
}
