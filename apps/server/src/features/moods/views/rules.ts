import type { Mood, MoodRule } from '@sharemyshows/contract/moods'
import type { Db } from '../../../platform/db/connect.ts'
import { effectiveRules } from '../rules.ts'
import { findRules } from '../store/rules.ts'

/** What music fits which mood, for this person; for nobody in particular as the operator has it. */
export const rulesOf = async (db: Db, personId: string | null): Promise<Record<Mood, MoodRule>> =>
  effectiveRules(await findRules(db, personId))
