import type { Provider } from '@sharemyshows/contract/lookups'
import type { Viewer } from '../../../platform/http/actor.ts'
import type { Answer, Attribution } from '../../../platform/providers/answer.ts'
import type { Asked } from './told.ts'

/** Who asks. Nobody elsewhere is asked for whoever is not signed in: questions there are counted. */
export type Asker = { viewer: Viewer; session: string | null }

/** One who may know; `ask` is null where the operator has not set it up. */
export type Candidate<T> = {
  provider: Provider
  attribution: Attribution
  ask: (() => Promise<Answer<T>>) | null
}

/** A provider and what it is asked. */
export const candidate = <Port extends { attribution: Attribution }, T>(
  provider: Provider,
  port: Port | null,
  ask: (port: Port) => Promise<Answer<T>>,
): Candidate<T> => ({
  provider,
  attribution: port?.attribution ?? { text: '', url: '' },
  ask: port && (() => ask(port)),
})

/** Those of several that are set up. */
export const setUp = <T>(candidates: Candidate<T>[]): Candidate<T>[] =>
  candidates.filter(({ ask }) => ask !== null)

/** Asks one after the other until one knows. One who is not set up would need a key. */
export async function ask<T>(asker: Asker, candidates: Candidate<T>[]): Promise<Asked<T>> {
  const tried: Asked<T>['tried'] = []
  if (asker.viewer === null) return { given: null, tried }
  for (const { provider, attribution, ask } of candidates) {
    const answer: Answer<T> = ask === null ? { result: 'needs_key' } : await ask()
    if (answer.result === 'ok') return { given: { provider, attribution, data: answer.data }, tried }
    tried.push({ provider, result: answer.result })
  }
  return { given: null, tried }
}

/** Gives what an answer holds in another shape; where that is undefined nothing is known. */
export function reshape<From, To>(answer: Answer<From>, shape: (data: From) => To | undefined): Answer<To> {
  if (answer.result !== 'ok') return answer
  const data = shape(answer.data)
  return data === undefined ? { result: 'empty' } : { result: 'ok', data }
}
