import { hash, verify } from '@node-rs/argon2'
import { type Refusal, refuseField } from '@sharemyshows/contract/errors'
import { sayWhyGuessable } from '@sharemyshows/contract/guessable'
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

type Estimate = (password: string, known: string[]) => { guesses: number; warning: string | null }
let estimate: Promise<Estimate> | undefined

async function loadEstimator(): Promise<Estimate> {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core')
  const { adjacencyGraphs, dictionary } = await import('@zxcvbn-ts/language-common')
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return (password, known) => {
    const { guesses, feedback } = zxcvbn.check(password, known)
    return { guesses, warning: feedback.warning }
  }
}

/** Refuses a new password that guessers try early and says why; `known` are words of the person herself. */
export async function refuseCommon(
  field: string,
  password: string,
  person: { username: string; email: string },
): Promise<Refusal | undefined> {
  estimate ??= loadEstimator()
  const { guesses, warning } = (await estimate)(password, [person.username, person.email])
  if (guesses >= FEWEST_GUESSES) return undefined
  return refuseField(field, sayWhyGuessable(warning), 'password_too_common')
}
