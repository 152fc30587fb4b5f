import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { env, setBackend } from '@tensorflow/tfjs-core'

/** Where the tensors' WebAssembly is to be had, for processors with and without SIMD. */
export type WasmFiles = { simd: string; plain: string }

/**
 * Has tensors reckoned by WebAssembly, in this thread alone: a page would need other headers for threads. Node finds the files
 * beside the library; pages say where theirs are, or the library would look for them elsewhere.
 */
export async function startTensors(files?: WasmFiles): Promise<void> {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  if (files !== undefined) {
    setWasmPaths({
      'tfjs-backend-wasm.wasm': files.plain,
      'tfjs-backend-wasm-simd.wasm': files.simd,
      'tfjs-backend-wasm-threaded-simd.wasm': files.simd,
    })
  }
  if (!(await setBackend('wasm'))) throw new Error('there is no WebAssembly for reading faces')
}
