import { chromagram, spectrogram, tempogram } from '@sharemyshows/audio/pictures'
import type { DrawAnswer, DrawAsk } from './pictures'

const DRAW = { spectrogram, chromagram, tempogram }

self.onmessage = ({ data }: MessageEvent<DrawAsk>) => void draw(data)

const answer = (message: DrawAnswer) => self.postMessage(message)

async function draw({ kind, samples, sampleRate }: DrawAsk): Promise<void> {
  try {
    const onProgress = (share: number) => answer({ share })
    answer({ picture: await DRAW[kind]([samples], sampleRate, { onProgress }) })
  } catch (error) {
    answer({ failed: error instanceof Error ? error.message : String(error) })
  }
}
