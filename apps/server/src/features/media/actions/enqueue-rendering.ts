import type { Tx } from '../../../platform/db/connect.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'

type Medium = { id: string; kind: string }

/** Under this key a medium has one job of its kind, however often it is asked for. */
export const renderingKey = ({ id, kind }: Medium): string => `render-${kind}:${id}`

/** Has the renditions of a medium made; those that are there already are kept. */
export const enqueueRendering = (tx: Tx, medium: Medium, runAt?: Date): Promise<void> =>
  enqueue(
    tx,
    `render-${medium.kind}`,
    { id: medium.id },
    { key: renderingKey(medium), ...(runAt && { runAt }) },
  )
