import { type GraphModel, loadGraphModelSync } from '@tensorflow/tfjs-converter'
import type { io, Tensor, Tensor4D } from '@tensorflow/tfjs-core'

/** A net as it was published: what it is made of, as parsed from its JSON, and its weights. */
export type NetFile = { model: unknown; weights: ArrayBuffer }

/** A net to be asked; gives all of its outputs. */
export type Net = { run(input: Tensor4D): Tensor[]; dispose(): void }

export function openNet({ model, weights }: NetFile): Net {
  const net: GraphModel<io.IOHandlerSync> = loadGraphModelSync([model as io.ModelJSON, weights])
  return {
    run: (input) => [net.execute(input)].flat(),
    dispose: () => net.dispose(),
  }
}
