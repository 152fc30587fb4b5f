/** The signed-in person behind a request or a socket. */
export type Actor = {
  readonly id: string
  readonly username: string
  readonly role: 'attendee' | 'organizer' | 'moderator' | 'admin'
  readonly sessionId: string
}

/** Whose eyes a view sees with; null for nobody in particular. */
export type Viewer = string | null

/** True for those who look after everything here, whether they take part or not. */
export const isStaff = ({ role }: Pick<Actor, 'role'>): boolean => role === 'moderator' || role === 'admin'

/** Turns an access token into its actor; null when it is unknown, expired or ended. */
export type Authenticate = (accessToken: string) => Promise<Actor | null>

export const viewerOf = (actor: Actor | null): Viewer => actor?.id ?? null

/** The viewer of a view that can be looked at with everyone's eyes, which never see more than one's own. */
export const viewerThrough = (eyes: 'me' | 'everyone', actor: Actor | null): Viewer =>
  eyes === 'everyone' ? null : viewerOf(actor)
