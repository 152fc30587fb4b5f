import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { signedInAt } from '@/lib/renewal'
import { newCodes } from './new-codes'
import { safeNext } from './next'
import { NOBODY, sessionQuery } from './session'

/** Guards a private page: strangers go to the sign-in, which brings them back to `href`. */
export async function requireSession(queryClient: QueryClient, href: string): Promise<void> {
  const { user, ended } = await queryClient.ensureQueryData(sessionQuery)
  if (user !== null) return
  throw redirect({ to: '/login', search: { next: href, ...(ended && { notice: 'session-ended' }) } })
}

/** The recovery codes just made are shown to whoever made them, who is signed out by that. */
export function requireNewCodes(): void {
  if (newCodes() === undefined) throw redirect({ to: '/login', replace: true })
}

/** Leads to my own profile; strangers sign in first. */
export async function requireOwnProfile(queryClient: QueryClient): Promise<never> {
  const { user } = await queryClient.ensureQueryData(sessionQuery)
  if (user === null) throw redirect({ to: '/login', search: { next: '/profile' } })
  throw redirect({ to: '/profile/$username', params: { username: user.username }, replace: true })
}

/** Guards a page of strangers: those who are signed in go where they wanted to go, or to the start. */
export async function requireStranger(queryClient: QueryClient, next?: string): Promise<void> {
  const { user } = await queryClient.ensureQueryData(sessionQuery).catch(() => NOBODY)
  if (user !== null) throw redirect({ href: safeNext(next), replace: true })
}

/** Guards the home page, which waits for no server: whoever never signed in here is a stranger. */
export async function requireNewcomer(queryClient: QueryClient): Promise<void> {
  if (signedInAt() > 0) await requireStranger(queryClient)
}

/** For pages that everybody sees: learns who looks; when that cannot be learnt, a stranger does. */
export async function knowSession(queryClient: QueryClient): Promise<void> {
  await queryClient.ensureQueryData(sessionQuery).catch(() => undefined)
}
