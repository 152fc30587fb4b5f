import { hash, verify } from '@node-rs/argon2'
import { FEWEST_GUESSES } from '../rules.ts'

/** Argon2id with the parameters of OWASP's cheat sheet: 19 MiB, two passes, one lane. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'))

let decoy: Promise<string> | undefined

/** True when the password fits; without a hash it takes as long and says no, so that time tells nothing. */
export async function fitsPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password nobody has')
  const fits = await verify(stored ?? (await decoy), password.normalize('NFKC'))
  return stored !== undefined && fits
}

let estimate: Promise<(password: string, known: string[]) => number> | undefined

async function loadEstimator(): Promise<(password: string, known: string[]) => number> {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core')
  const { adjacencyGraphs, dictionary } = await import('@zxcvbn-ts/language-common')
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return (password, known) => zxcvbn.check(password, known).guesses
}

/** True when a guesser would try this password early; `known` are words of the person herself. */
export async function isCommon(password: string, known: string[]): Promise<boolean> {
  estimate ??= loadEstimator()
  return (await estimate)(password, known) < FEWEST_GUESSES
}
