import { parentPort, workerData } from 'node:worker_threads'
import satori from 'satori'
import { CARD_HEIGHT, CARD_WIDTH, type Card } from './card.ts'
import { loadCoverage, loadFonts } from './fonts.ts'
import { paperOf, wordsOf } from './layout.ts'
import { inLetters } from './words.ts'

const [fonts, holds] = await Promise.all([loadFonts(), loadCoverage()])
const card = inLetters(workerData as Card, holds)
const words = await satori(wordsOf(card) as never, { width: CARD_WIDTH, height: CARD_HEIGHT, fonts })
parentPort?.postMessage(paperOf(card) + words)
