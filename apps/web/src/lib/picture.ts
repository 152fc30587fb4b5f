/** The address of a person's picture as it stands in a line of a list; pages take the whole one, `avatar` itself. */
export const smallPicture = (person: { avatar: string | null } | null | undefined): string | null =>
  person?.avatar ? `${person.avatar}&size=96` : null
