import { Worker } from 'node:worker_threads'
import { drawVector } from '../images/index.ts'
import { CARD_HEIGHT, CARD_WIDTH, type Card } from './card.ts'
import { groundOf, shadeOf } from './layout.ts'

const MAX_MS = 20_000

/**
 * Draws a card as PNG, over a photo of ours where there is one. Laying words out keeps a processor busy for a while,
 * so a thread of its own does it, and gives its memory back.
 */
export async function drawCard(card: Card, photo: Buffer | undefined): Promise<Buffer> {
  const ground = photo === undefined ? groundOf(card) : shadeOf(card)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">${ground}${await layOut(card)}</svg>`
  return drawVector(svg, { width: CARD_WIDTH, height: CARD_HEIGHT }, photo)
}

/** The ticket and its words as SVG. */
function layOut(card: Card): Promise<string> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: card, execArgv: [] })
  const answer = new Promise<string>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread ended without an answer')))
    setTimeout(() => reject(new Error('timeout')), MAX_MS).unref()
  })
  return answer.finally(() => worker.terminate())
}
