import type { Upload as Standing } from '@sharemyshows/contract/uploads'
import { ApiProblem } from '@/lib/problem'
import { readStanding } from './send-standing'
import { sendByTus } from './send-tus'
import type { Arrived, Sending } from './sending'
import { hashFile } from './upload-hash'
import { fromTheStart, type Upload } from './upload-item'

// one chunk holds all that speaks of uploads with the server
export { giveUp } from './send-standing'

/**
 * Brings a file to the server's, from wherever it stands. Throws an ApiProblem, a DOMException when its bytes cannot be
 * read, or the reason of the signal.
 */
export async function sendFile({ upload, file, signal, onKnown }: Sending): Promise<Arrived> {
  const known = { ...upload }
  const learn = (part: Partial<Upload>) => onKnown(Object.assign(known, part) && part)
  const finish = async (first: Standing | undefined): Promise<Arrived> => {
    const end = await endOf(first, known.address ?? '', signal)
    if (end?.state === 'done') return arrivedAs(end)
    learn(fromTheStart())
    throw problemOf(end)
  }

  // A folder, or a file that has gone meanwhile, would otherwise look like a broken network.
  await file.slice(0, 1).arrayBuffer()
  if (known.address !== undefined) {
    const standing = await readStanding(known.address, signal)
    if (standing === undefined || standing.state === 'failed') learn(fromTheStart())
    else if (standing.state !== 'receiving') {
      learn({ state: 'finishing' })
      return finish(standing)
    }
  }
  // Before anything is sent, however large it is: some 180 MB a second are little beside a hall's network, and what
  // was sent before is known at once.
  if (known.sha256 === undefined) {
    learn({ state: 'hashing', share: 0 })
    learn({ sha256: await hashFile(file, { signal, onShare: (share) => learn({ share }) }) })
  }
  learn({ state: 'sending' })
  const had = await sendByTus({ upload: known, file, signal, onKnown: learn })
  if (had !== undefined) return had
  learn({ state: 'finishing', sent: file.size })
  return finish(await readStanding(known.address ?? '', signal))
}

/** Waits until the server has looked at the bytes; it answers each question after ten seconds at the latest. */
async function endOf(first: Standing | undefined, address: string, signal: AbortSignal) {
  let standing = first
  while (standing?.state === 'finishing') standing = await readStanding(address, signal)
  return standing
}

const arrivedAs = ({ media_id, kind, duplicate }: Standing): Arrived => ({
  mediaId: media_id ?? undefined,
  kind: kind ?? undefined,
  duplicate,
})

const problemOf = (standing: Standing | undefined): ApiProblem =>
  new ApiProblem({
    code: (standing?.problem?.code ?? 'unexpected') as ApiProblem['code'],
    message: standing?.problem?.message ?? 'The server has lost this upload. Try again.',
    status: standing?.problem ? 422 : 500,
  })
