import { z } from 'zod'

/** Cursor paging; `page` and `per_page` are taken where the older API lists pagination. */
export const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
  per_page: z.coerce.number().int().min(1).max(100).optional(),
})
export type Paging = z.infer<typeof Paging>

/** That of lists which can be in the order of names: where a page ended may be a long one. */
export const SortedPaging = Paging.extend({ cursor: z.string().max(2400).optional() })

/** A page of things; `next_cursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() })
