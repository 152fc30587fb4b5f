import expressionWeights from '@faces/face-api/face_expression_model.bin?url'
import expressionModel from '@faces/face-api/face_expression_model-weights_manifest.json?url'
import detectorWeights from '@faces/human/blazeface.bin?url'
import detectorModel from '@faces/human/blazeface.json?url'
import emotionWeights from '@faces/human/emotion.bin?url'
import emotionModel from '@faces/human/emotion.json?url'
import meshWeights from '@faces/human/facemesh.bin?url'
import meshModel from '@faces/human/facemesh.json?url'
import plain from '@faces/wasm/tfjs-backend-wasm.wasm?url'
import simd from '@faces/wasm/tfjs-backend-wasm-simd.wasm?url'
import type { FaceNets, WasmFiles } from '@sharemyshows/mood/face'

/** All from our own server, as every request of the page is. */
export const WASM: WasmFiles = { simd, plain }

const NETS: Record<keyof FaceNets, { model: string; weights: string }> = {
  detector: { model: detectorModel, weights: detectorWeights },
  mesh: { model: meshModel, weights: meshWeights },
  emotion: { model: emotionModel, weights: emotionWeights },
  expression: { model: expressionModel, weights: expressionWeights },
}

/** Bytes of all nets; what is sent may be compressed, so that no answer's length tells. */
const BYTES = 3_366_713

/** Fetches the nets, and says what share of their bytes is here. */
export async function fetchNets(onProgress: (share: number) => void): Promise<FaceNets> {
  let read = 0
  const load = (address: string) =>
    fetchBytes(address, (more) => {
      read += more
      onProgress(Math.min(1, read / BYTES))
    })
  const open = async ({ model, weights }: { model: string; weights: string }) => {
    const [json, bytes] = await Promise.all([load(model), load(weights)])
    return { model: JSON.parse(new TextDecoder().decode(json)) as unknown, weights: bytes.buffer }
  }
  const [detector, mesh, emotion, expression] = await Promise.all([
    open(NETS.detector),
    open(NETS.mesh),
    open(NETS.emotion),
    open(NETS.expression),
  ])
  return { detector, mesh, emotion, expression }
}

async function fetchBytes(
  address: string,
  onMore: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address)
  if (!answer.ok || answer.body === null)
    throw new Error(`a net of the face reader answered ${answer.status}`)
  const counted = answer.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onMore(chunk.length)
        controller.enqueue(chunk)
      },
    }),
  )
  return new Response(counted).bytes()
}
