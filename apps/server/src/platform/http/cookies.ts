import type { FastifyReply, FastifyRequest } from 'fastify'

type Names = { access: string; refresh: string }

/** `__Host-` binds a cookie to this host over https; a browser refuses that name without https. */
export const cookieNames = (https: boolean): Names =>
  https
    ? { access: '__Host-sms_access', refresh: '__Host-sms_refresh' }
    : { access: 'sms_access', refresh: 'sms_refresh' }

/** The access token of a request: the Authorization header wins over the cookie. */
export function accessTokenOf(
  request: FastifyRequest,
  https: boolean,
): { token: string; byCookie: boolean } | null {
  const header = request.headers.authorization
  if (header !== undefined) {
    const match = /^Bearer (\S+)$/i.exec(header)
    return { token: match?.[1] ?? '', byCookie: false }
  }
  const token = request.cookies[cookieNames(https).access]
  return token === undefined ? null : { token, byCookie: true }
}

/** True for a browser that was signed in and can be again without a password. */
export const hasRefreshCookie = (request: FastifyRequest, https: boolean): boolean =>
  request.cookies[cookieNames(https).refresh] !== undefined

/** The cookies of a session. */
export type SessionCookies = {
  set(reply: FastifyReply, tokens: { access_token: string; refresh_token: string }): void
  clear(reply: FastifyReply): void
}

/** Sets and takes away the cookies of a session; ages in seconds. */
export function sessionCookies(https: boolean, ages: { access: number; refresh: number }): SessionCookies {
  const names = cookieNames(https)
  const set = (reply: FastifyReply, name: string, value: string, maxAge: number) =>
    reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: https, maxAge })
  return {
    set: (reply, { access_token, refresh_token }) => {
      set(reply, names.access, access_token, ages.access)
      set(reply, names.refresh, refresh_token, ages.refresh)
    },
    clear: (reply) => {
      for (const name of Object.values(names)) set(reply, name, '', 0)
    },
  }
}
