/** The signed-in person behind a request or a socket. */
export type Actor = {
  readonly id: string
  readonly username: string
  readonly role: 'attendee' | 'organizer' | 'moderator' | 'admin'
  readonly sessionId: string
}

/** Whose eyes a view sees with; null for nobody in particular. */
export type Viewer = string | null

/** Turns an access token into its actor; null when it is unknown, expired or ended. */
export type Authenticate = (accessToken: string) => Promise<Actor | null>

export const viewerOf = (actor: Actor | null): Viewer => actor?.id ?? null
