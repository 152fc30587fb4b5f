import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { FaceNets } from '@sharemyshows/mood/face'

const HUMAN = import.meta.resolve('@vladmandic/human')
const FACE_API = import.meta.resolve('@vladmandic/face-api')

/** Reads the nets that read faces from where the libraries keep them. */
export async function readNets(): Promise<FaceNets> {
  const [detector, mesh, emotion, expression] = await Promise.all([
    read(HUMAN, '../models/blazeface.json', '../models/blazeface.bin'),
    read(HUMAN, '../models/facemesh.json', '../models/facemesh.bin'),
    read(HUMAN, '../models/emotion.json', '../models/emotion.bin'),
    read(
      FACE_API,
      '../model/face_expression_model-weights_manifest.json',
      '../model/face_expression_model.bin',
    ),
  ])
  return { detector, mesh, emotion, expression }
}

async function read(beside: string, model: string, weights: string) {
  const open = (name: string) => readFile(fileURLToPath(new URL(name, beside)))
  const [json, bytes] = await Promise.all([open(model), open(weights)])
  return { model: JSON.parse(json.toString()) as unknown, weights: new Uint8Array(bytes).buffer }
}
