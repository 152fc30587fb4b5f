import { AV_LOG_ERROR } from 'node-av/constants'
import { Codec, Filter, Log, OutputFormat } from 'node-av/lib'
import type { Results, Task } from '../tasks.ts'
import { joined } from './joined.ts'
import { ladder } from './ladder.ts'
import { look, measure } from './look.ts'
import { preview, still } from './pictures.ts'
import { makeTell, say } from './progress.ts'
import { Refusal } from './refusal.ts'
import { channels, samples, sound } from './sounds.ts'

Log.setLevel(AV_LOG_ERROR)

process.once('message', (task: Task) => {
  say(answer(task))
  process.disconnect?.()
})

function answer(task: Task) {
  try {
    return { result: perform(task) }
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.reason, detail: error.message }
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function perform(task: Task): Results[Task['do']] {
  const tell = makeTell('duration' in task ? task.duration : 1)
  switch (task.do) {
    case 'check':
      return isComplete()
    case 'look':
      return look(task.source)
    case 'measure':
      return measure(task.source)
    case 'still':
      return still(task.source, task)
    case 'preview':
      return preview(task.source, task)
    case 'ladder':
      return ladder(task, tell)
    case 'joined':
      return joined(task, tell)
    case 'sound':
      return sound(task, tell)
    case 'samples':
      return samples(task, tell)
    case 'channels':
      return channels(task, tell)
  }
}

/** Whether this build has all that we use. */
function isComplete(): boolean {
  const filters = [
    'scale',
    'split',
    'select',
    'transpose',
    'sidedata',
    'zscale',
    'tonemap',
    'aresample',
    'asetnsamples',
  ]
  return (
    (['libx264', 'aac', 'png'] as const).every((name) => Codec.findEncoderByName(name as never)) &&
    ['hls', 'mp4'].every((name) => OutputFormat.guessFormat(name, null, null)) &&
    filters.every((name) => Filter.getByName(name))
  )
}
