import type { Analysis as Found } from '@sharemyshows/audio/analysis'
import type { AnalysisStatus, Facets, Tonic } from '@sharemyshows/contract/analysis'
import type { listLibrary } from '@sharemyshows/contract/audio-library'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { z } from 'zod'

/** Why there is nothing found yet, or will not be. */
export const refuseUnfound = ({
  state,
  progress,
  failure,
  failure_code,
}: Pick<AnalysisStatus, 'state' | 'progress' | 'failure' | 'failure_code'>): Refusal =>
  state === 'failed'
    ? refuse('analysis_failed', { details: { state, failure, failure_code } })
    : refuse('analysis_not_ready', { details: { state, progress } })

/** From here on something is claimed. */
const CLAIMED = 0.5

/** Labels that are claimed, each once: of genres, moods, instruments and all else, the surest of each first. */
export function labelsOf({
  genres,
  moods,
  instruments,
  tags,
}: Pick<Found, 'genres' | 'moods' | 'instruments' | 'tags'>): string[] {
  const claimed = [genres, moods, instruments, tags].flatMap((list) =>
    list
      .filter((tag) => tag.probability >= CLAIMED)
      .sort((a, b) => b.probability - a.probability || (a.label < b.label ? -1 : 1)),
  )
  return [...new Set(claimed.map(({ label }) => label))]
}

/** An embedding in bytes: a scale as a 32-bit float, then the values in steps of it; a 254th of the largest is as near as it gets. */
export function packEmbedding(values: readonly number[]): Buffer {
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127
  const packed = Buffer.alloc(4 + values.length)
  packed.writeFloatLE(scale)
  values.forEach((value, index) => {
    packed.writeInt8(scale === 0 ? 0 : Math.round(value / scale), 4 + index)
  })
  return packed
}

export function unpackEmbedding(packed: Buffer): Float32Array {
  const scale = packed.readFloatLE()
  return Float32Array.from(packed.subarray(4), (byte) => ((byte << 24) >> 24) * scale)
}

/** So many recordings are worth as much as what is usual among them; of few, what they share may be what they are. */
const ENOUGH = 10

/**
 * What embeddings have in common that says nothing about any of them, to be taken off before they are compared: their
 * mean, the less of it the fewer they are.
 */
export function centreOf(embeddings: readonly Float32Array[]): Float32Array {
  const centre = new Float32Array(embeddings[0]?.length ?? 0)
  for (const each of embeddings)
    for (let i = 0; i < centre.length; i++) centre[i] = (centre[i] as number) + (each[i] as number)
  const count = embeddings.length
  return centre.map((sum) => sum / (count + ENOUGH))
}

/** Cosine of the angle between two embeddings as seen from a centre, -1 to 1. */
export function cosine(a: Float32Array, b: Float32Array, centre: Float32Array): number {
  let [product, ofA, ofB] = [0, 0, 0]
  for (let i = 0; i < centre.length; i++) {
    const x = (a[i] as number) - (centre[i] as number)
    const y = (b[i] as number) - (centre[i] as number)
    product += x * y
    ofA += x * x
    ofB += y * y
  }
  return ofA === 0 || ofB === 0 ? 0 : product / Math.sqrt(ofA * ofB)
}

const TONICS = ['C', 'Db', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B']
type Key = { tonic: string; mode: string }

/** The place on the circle of fifths, from C up by fifths; a minor key stands where its relative major does. */
const fifthOf = ({ tonic, mode }: Key): number => {
  const pitch = TONICS.indexOf(tonic) + (mode === 'minor' ? 3 : 0)
  return (pitch * 7) % 12
}

/** 1 for the same key, a sixth less for each fifth apart, and half of that for the other mode. */
function likenessOfKeys(a: Key, b: Key): number {
  const apart = Math.abs(fifthOf(a) - fifthOf(b))
  return Math.max(0, 1 - Math.min(apart, 12 - apart) / 6 - (a.mode === b.mode ? 0 : 1 / 12))
}

/** 1 for the same tempo, its double or half; 0 where one lies in the middle between the other's octaves. */
function likenessOfTempos(a: number, b: number): number {
  const octaves = Math.log2(a / b)
  return 1 - 2 * Math.abs(octaves - Math.round(octaves))
}

/** The share that both have of the labels that either has. */
function likenessOfTags(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((label) => b.includes(label)).length
  return shared / (a.length + b.length - shared)
}

export type Comparable = {
  bpm: number | null
  tonic: string | null
  mode: string | null
  labels: readonly string[]
  embedding: Float32Array | null
}
export type Facet = z.output<typeof Facets>

/** How alike two recordings are by each facet; null where one of both has none. */
export function facetsOf(a: Comparable, b: Comparable, centre: Float32Array): Facet {
  const keyOf = ({ tonic, mode }: Comparable) => (tonic !== null && mode !== null ? { tonic, mode } : null)
  const [ours, theirs] = [keyOf(a), keyOf(b)]
  // only those of one model can be held against each other
  const sound = a.embedding && b.embedding?.length === a.embedding.length ? b.embedding : null
  return {
    sound: a.embedding && sound ? Math.min(1, Math.max(0, cosine(a.embedding, sound, centre))) : null,
    tempo: a.bpm !== null && b.bpm !== null ? likenessOfTempos(a.bpm, b.bpm) : null,
    key: ours && theirs ? likenessOfKeys(ours, theirs) : null,
    tags: a.labels.length > 0 && b.labels.length > 0 ? likenessOfTags(a.labels, b.labels) : null,
  }
}

/** How much each facet counts: what is heard first. */
const WEIGHTS: Record<keyof Facet, number> = { sound: 0.6, tempo: 0.15, key: 0.1, tags: 0.15 }

/** The weighted mean of the facets that there are; 0 without any. */
export function similarityOf(facets: Facet): number {
  let [sum, weight] = [0, 0]
  for (const [name, value] of Object.entries(facets) as [keyof Facet, number | null][]) {
    if (value === null) continue
    sum += value * WEIGHTS[name]
    weight += WEIGHTS[name]
  }
  return weight === 0 ? 0 : sum / weight
}

export type LibraryQuery = z.output<typeof listLibrary.query>

/** The keys asked for, as "A minor"; null where any is right. Those that mix well are the same, a fifth either way, and the relative. */
export function keysWanted({
  tonic,
  mode,
  match,
}: Pick<LibraryQuery, 'tonic' | 'mode' | 'match'>): string[] | null {
  if (tonic === undefined && mode === undefined) return null
  const all = TONICS.flatMap((each) => ['major', 'minor'].map((of) => ({ tonic: each, mode: of })))
  const named = all.filter((key) => (tonic ?? key.tonic) === key.tonic && (mode ?? key.mode) === key.mode)
  const mixes = (a: Key, b: Key) => {
    const apart = Math.abs(fifthOf(a) - fifthOf(b))
    return apart === 0 || (a.mode === b.mode && Math.min(apart, 12 - apart) === 1)
  }
  const wanted = match === 'exact' ? named : all.filter((key) => named.some((one) => mixes(one, key)))
  return wanted.map((key) => `${key.tonic as Tonic} ${key.mode}`)
}
