import * as accounts from '@sharemyshows/contract/accounts'
import type { MfaRequired } from '@sharemyshows/contract/mfa-required'
import { type Api, ApiError, createApi } from './api.ts'
import { emailOf, PASSWORD, type Person } from './world/people.ts'
import { cities } from './world/places.ts'

/** Somebody signed in. */
export type Member = { id: string; api: Api }

/** Signs a person in; who is new gets an account and a profile first. */
export async function signIn(origin: string, person: Person): Promise<Member> {
  const stranger = createApi(origin)
  const { username, display_name, bio, home } = person
  try {
    const body = { username, email: emailOf(person), password: PASSWORD }
    const { user, access_token } = await tokens(stranger(accounts.register, { body }))
    const api = createApi(origin, access_token)
    const time_zone = cities.find(({ name }) => name === home)?.zone ?? null
    await api(accounts.changeMe, { body: { display_name, bio, home_city: home, time_zone } })
    return { id: user.id, api }
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'identity_taken') throw error
  }
  const body = { identifier: username, password: PASSWORD }
  const { user, access_token } = await tokens(
    stranger(accounts.login, { body }).catch(strangersName(username)),
  )
  return { id: user.id, api: createApi(origin, access_token) }
}

/** Those of somebody whose password is enough. */
async function tokens(entering: Promise<accounts.SignedIn | MfaRequired>): Promise<accounts.SignedIn> {
  const entered = await entering
  if ('mfa_required' in entered) throw new Error('a person of the seed has switched two-step sign-in on')
  return entered
}

const strangersName =
  (username: string) =>
  (error: unknown): never => {
    const theirs = error instanceof ApiError && error.code === 'invalid_credentials'
    if (!theirs) throw error
    throw new ApiError(
      'name_taken',
      `Somebody else is called “${username}” on this server. Seed an empty one.`,
    )
  }
