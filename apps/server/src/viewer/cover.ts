import type { Cover } from '@sharemyshows/contract/shows'
import type { z } from 'zod'

type CoverRow = { cover_id: string | null; placeholder: string | null; color: string | null }

/** The picture that stands for something, as the wire has it. */
export const coverOf = ({ cover_id, placeholder, color }: CoverRow): z.infer<typeof Cover> | null => {
  if (cover_id === null) return null
  const part = (name: string) => `/api/v1/photos/${cover_id}/${name}`
  return {
    photo_id: cover_id,
    thumbnail: part('thumbnail'),
    preview: part('preview'),
    display: part('display'),
    placeholder,
    color,
  }
}
