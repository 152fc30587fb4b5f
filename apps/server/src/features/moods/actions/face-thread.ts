import { parentPort } from 'node:worker_threads'
import { createFaceReader, type Picture } from '@sharemyshows/mood/face'
import { readNets } from './face-nets.ts'

const reader = await createFaceReader(await readNets())

parentPort?.on('message', (picture: Picture) => parentPort?.postMessage(reader.read(picture)))
