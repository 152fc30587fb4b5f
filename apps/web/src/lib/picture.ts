/** The address of a person's picture as it stands in a line of a list; pages take the whole one, `avatar` itself. */
export const smallPicture = (person: { avatar: string | null } | null | undefined): string | null =>
  person?.avatar ? `${person.avatar}&size=96` : null

/** A photo in the three sizes that the server makes, for an img's `srcset`. */
export const sizesOfCover = (cover: { thumbnail: string; preview: string; display: string }): string =>
  `${cover.thumbnail} 320w, ${cover.preview} 800w, ${cover.display} 1600w`

/** The contract's limit of a picture, here again because importing it would bring the whole schema library. */
export const MOST_BYTES = 10 * 1_048_576

/** As in an input's `accept`. */
export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/gif,image/heic,image/heif,image/avif'
