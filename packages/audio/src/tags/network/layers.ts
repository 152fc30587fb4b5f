import { readFlatbuffer, type Table } from './flatbuffer.ts'

/** What a layer does, with its weights as they are in the file: 8-bit, a scale for each channel. */
export type Layer = {
  kind: 'convolution' | 'depthwise' | 'dense'
  /** Steps from one place heard to the next. */
  stride: number
  channels: number
  inputs: number
  weights: Int8Array
  biases: Int32Array
  /** What a sum is to be multiplied with: to be a quantised activation, or a logit of the last layer. */
  scales: Float32Array
}

export type Network = {
  /** How the input is quantised: `round(x / scale) + zero`, 8 bits. */
  input: { scale: number; zero: number }
  layers: Layer[]
  /** What a step of the last activations is worth, and a step of the means of them that the dense layer hears. */
  last: number
  mean: number
}

// Numbers of the TensorFlow Lite schema, version 3 (tensorflow/lite/schema/schema.fbs)
const KINDS = new Map([
  [3, 'convolution'],
  [4, 'depthwise'],
  [9, 'dense'],
] as const)
const MODEL = { codes: 1, graphs: 2, buffers: 4 }
const GRAPH = { tensors: 0, operators: 3 }
const TENSOR = { shape: 0, buffer: 2, quantization: 4 }
const OPERATOR = { code: 0, inputs: 1, outputs: 2, options: 4 }
const OPTIONS = { stride: 1 }
const RELU6_TOP = 6

/**
 * Reads the layers of a quantised MobileNet in TensorFlow Lite's format. The file is one that is named by its checksum, so
 * what is not as expected is an error, not a case.
 */
export function readNetwork(file: Uint8Array): Network {
  const model = readFlatbuffer(file)
  const [codes, buffers] = [model.tables(MODEL.codes), model.tables(MODEL.buffers)]
  const graph = model.tables(MODEL.graphs)[0]
  if (!graph) throw new RangeError('the model has no graph')
  const tensors = graph.tables(GRAPH.tensors)
  const tensor = (index: number | undefined) => {
    const found = tensors[index ?? -1]
    if (!found) throw new RangeError('the model names a tensor that it has not')
    return found
  }
  const bytes = (of: Table) => buffers[of.int(TENSOR.buffer)]?.bytes(0) ?? new Int8Array()
  const layers: Layer[] = []
  let input: Network['input'] | undefined
  let [last, mean] = [0, 0]
  for (const operator of graph.tables(GRAPH.operators)) {
    const kind = KINDS.get((codes[operator.int(OPERATOR.code)]?.byte(0) ?? -1) as 3 | 4 | 9)
    if (!kind) continue
    const [from, weights, biases] = operator.ints(OPERATOR.inputs).map(tensor) as [Table, Table, Table]
    const to = tensor(operator.ints(OPERATOR.outputs)[0])
    const [incoming, outgoing, own] = [scaleOf(from), scaleOf(to), scalesOf(weights)]
    input ??= { scale: incoming, zero: zeroOf(from) }
    const shape = weights.ints(TENSOR.shape)
    const channels = (kind === 'depthwise' ? shape.at(-1) : shape[0]) ?? 0
    const size = shape.reduce((product, side) => product * side, 1)
    const sums = bytes(biases)
    // logits keep the resolution of the sums, where the file would round them to steps of 0.3
    const unit = kind === 'dense' ? 1 : outgoing
    if (kind === 'dense') mean = incoming
    else if (Math.round(RELU6_TOP / outgoing) < 255) throw new RangeError('activations of an unknown range')
    else last = outgoing
    layers.push({
      kind,
      stride: operator.table(OPERATOR.options)?.int(OPTIONS.stride, 1) ?? 1,
      channels,
      inputs: size / channels,
      weights: bytes(weights),
      biases: new Int32Array(sums.slice().buffer),
      scales: Float32Array.from(
        { length: channels },
        (_, index) => (incoming * (own[own.length === 1 ? 0 : index] as number)) / unit,
      ),
    })
  }
  if (!input || layers.length === 0) throw new RangeError('the model has no layers')
  return { input, layers, last, mean }
}

const quantization = (of: Table) => {
  const found = of.table(TENSOR.quantization)
  if (!found) throw new RangeError('the model is not quantised')
  return found
}
const scalesOf = (of: Table) => quantization(of).floats(2)
const scaleOf = (of: Table) => scalesOf(of)[0] ?? 1
/** Zero points are 64 bits wide; of 8-bit tensors the low half says all. */
const zeroOf = (of: Table) => quantization(of).ints(3)[0] ?? 0
