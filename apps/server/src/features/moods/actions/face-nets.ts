import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { FaceNets } from '@sharemyshows/mood/face'

/** Reads the nets that read faces from where the libraries keep them. */
export async function readNets(): Promise<FaceNets> {
  const [detector, mesh, emotion, expression] = await Promise.all([
    read('@vladmandic/human', '../models/blazeface.json', '../models/blazeface.bin'),
    read('@vladmandic/human', '../models/facemesh.json', '../models/facemesh.bin'),
    read('@vladmandic/human', '../models/emotion.json', '../models/emotion.bin'),
    read(
      '@vladmandic/face-api',
      '../model/face_expression_model-weights_manifest.json',
      '../model/face_expression_model.bin',
    ),
  ])
  return { detector, mesh, emotion, expression }
}

async function read(library: string, model: string, weights: string) {
  const open = (name: string) => readFile(fileURLToPath(new URL(name, import.meta.resolve(library))))
  const [json, bytes] = await Promise.all([open(model), open(weights)])
  return { model: JSON.parse(json.toString()) as unknown, weights: new Uint8Array(bytes).buffer }
}
