import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Id, prose, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Comments'

/** Most characters of a comment. */
export const MOST_CHARACTERS = 5000

/** How long a deleted comment can be put back. */
export const RESTORE_MINUTES = 10

/**
 * What somebody says under a show: plain text, never markup. `mentions` are the people meant by an `@username` in
 * `content`, as far as the viewer may know that they attend; any other `@` is only text. A name that has changed since
 * stands in `content` as it is now. `updated_at` is when it was last edited. Once its author's account is gone a comment
 * is `by` `deleted`: `user` is null and nothing of what she said is left.
 */
export const Comment = z
  .object({
    id: Id,
    show_id: Id,
    by: z.enum(['person', 'deleted']),
    // spelt out, because the serialiser cannot tell the type of a nullable reference
    user: z.object(Person.shape).nullable(),
    content: z.string(),
    edited: z.boolean(),
    mentions: z.array(z.object({ id: Id, username: z.string() })),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Comment',
    example: {
      id: Id.meta()?.example,
      show_id: Id.meta()?.example,
      by: 'person',
      user: Person.meta()?.example,
      content: 'That last song. @ana, you were right about the balcony.',
      edited: false,
      mentions: [{ id: Id.meta()?.example, username: 'ana' }],
      created_at: '2024-12-02T09:12:00.000Z',
      updated_at: '2024-12-02T09:12:00.000Z',
    },
  })
export type Comment = z.infer<typeof Comment>

/** 1 to 5,000 characters; every kind of line end becomes a line feed. */
const content = prose(MOST_CHARACTERS)
  .transform((text) => text.replaceAll(/\r\n?/g, '\n'))
  .pipe(z.string().min(1, 'Required'))

export const CommentCreate = z.strictObject({ show_id: Id, content }).meta({
  id: 'CommentCreate',
  example: { show_id: Id.meta()?.example, content: 'That last song.' },
})
export const CommentChange = z
  .strictObject({ content })
  .meta({ id: 'CommentChange', example: { content: 'That very last song.' } })

/** Pages show the newest part of a conversation first: they ask for `newest` and turn each page round. */
export const CommentPaging = Paging.extend({ order: z.enum(['oldest', 'newest']).default('oldest') })
export type CommentPaging = z.infer<typeof CommentPaging>

const params = z.object({ id: Id })

export const createComment = endpoint({
  id: 'createComment',
  method: 'POST',
  path: '/comments',
  tag,
  summary: 'Say something under a show',
  description:
    'For whoever is signed in and sees the show. Everybody who sees it reads the comment with its author’s name, also when she keeps to herself that she attends.',
  security: 'required',
  limit: 'write',
  idempotent: true,
  body: CommentCreate,
  answers: { 201: Comment },
  problems: ['not_found', 'idempotency_conflict'],
})

export const listComments = endpoint({
  id: 'listComments',
  method: 'GET',
  path: '/comments/show/{show_id}',
  tag,
  summary: 'Comments of a show, oldest first or newest first',
  description:
    'What people say whom the viewer blocks, or who block her, is left out here and in every count.',
  security: 'optional',
  params: z.object({ show_id: Id }),
  query: CommentPaging,
  answers: { 200: pageOf(Comment) },
  problems: ['not_found'],
})

export const changeComment = endpoint({
  id: 'changeComment',
  method: 'PUT',
  path: '/comments/{id}',
  tag,
  summary: 'Change my comment',
  description: 'It is `edited` from then on; an edit that changes nothing is none.',
  security: 'required',
  limit: 'write',
  params,
  body: CommentChange,
  answers: { 200: Comment },
  problems: ['not_found', 'forbidden'],
})

export const deleteComment = endpoint({
  id: 'deleteComment',
  method: 'DELETE',
  path: '/comments/{id}',
  tag,
  summary: 'Delete a comment',
  description:
    'For its author, the show’s organiser and moderators. It is gone for everybody at once, and for good after ten minutes.',
  security: 'required',
  limit: 'write',
  params,
  answers: { 204: null },
  problems: ['not_found', 'forbidden'],
})

export const restoreComment = endpoint({
  id: 'restoreComment',
  method: 'POST',
  path: '/comments/{id}/restore',
  tag,
  summary: 'Put back a comment that I deleted in the last ten minutes',
  description: 'Doing it twice changes nothing. Only whoever deleted it can put it back.',
  security: 'required',
  limit: 'write',
  params,
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 200: Comment },
  problems: ['not_found', 'forbidden'],
})
