/** The signed-in person behind a request or a socket. */
export type Actor = {
  readonly id: string
  readonly username: string
  readonly role: 'attendee' | 'organizer' | 'moderator' | 'admin'
  readonly sessionId: string
  /** When the access token she showed runs out, in ms since 1970. */
  readonly tokenExpiresAt: number
}

/** Whose eyes a view sees with; null for nobody in particular. */
export type Viewer = string | null

/** True for those who look after everything here, whether they take part or not. */
export const isStaff = ({ role }: Pick<Actor, 'role'>): boolean => role === 'moderator' || role === 'admin'

const ranks: Actor['role'][] = ['attendee', 'organizer', 'moderator', 'admin']

/** True for a person of this role or of one that includes it: each includes those before it. */
export const includesRole = (actor: Pick<Actor, 'role'> | null, role: Actor['role']): boolean =>
  actor !== null && ranks.indexOf(actor.role) >= ranks.indexOf(role)

/** Turns an access token into its actor; null when it is unknown, expired or ended. */
export type Authenticate = (accessToken: string) => Promise<Actor | null>

export const viewerOf = (actor: Actor | null): Viewer => actor?.id ?? null

/** The viewer of what is somebody's own: on request, nobody in particular looks, so that she sees what others see. */
export const viewerOfOwn = (eyes: 'me' | 'everyone', actor: Actor | null, isOwn: boolean): Viewer =>
  eyes === 'everyone' && isOwn ? null : viewerOf(actor)
