import { type ApiProblem, sayProblem } from '@/lib/problem'

/**
 * Where a refusal of the password belongs that was asked for once more: at its field, and how long to wait when there
 * were too many tries.
 */
export const placeOfPassword =
  <Field extends string>(field: Field) =>
  (problem: ApiProblem): { field: Field; message: string }[] | undefined =>
    problem.code === 'password_wrong' || problem.code === 'rate_limited'
      ? [{ field, message: sayProblem(problem) }]
      : undefined
