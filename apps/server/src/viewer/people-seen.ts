const path = (id: string) => ['/api/v1/users/', id, '/avatar?v='] as const

/** The address of a person's picture, null when there is none. */
export const addressOfAvatar = (id: string, avatar: string | null): string | null =>
  avatar === null ? null : [...path(id), avatar].join('')

/** The same for a person (alias `u`), as SQL. Whoever may see the name may see the picture. */
export const avatarOf = (u: string): string => {
  const [before, id, after] = path(`${u}.id`)
  return `'${before}' || ${id} || '${after}' || ${u}.avatar`
}
