import { fileURLToPath } from 'node:url'

const beside = (library: string, folder: string) =>
  fileURLToPath(new URL(folder, import.meta.resolve(library)))

/** Where the libraries keep the nets that read faces; their own lists of what may be imported leave them out. */
export const faceFiles = {
  '@faces/human': beside('@vladmandic/human', '../models'),
  '@faces/face-api': beside('@vladmandic/face-api', '../model'),
  '@faces/wasm': beside('@tensorflow/tfjs-backend-wasm', '.'),
}
