import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import { ApiProblem, sayProblem } from './problem'

type Place = { field: string; message: string }

/**
 * Puts a failed submission where it belongs: sentences about fields of the form at those fields, the focus in the
 * first, everything else at `root` (`formState.errors.root?.message`). `placeOf` may name places for a problem that
 * the server does not pin to a field.
 */
export function showProblem<T extends FieldValues>(
  form: UseFormReturn<T>,
  error: unknown,
  placeOf?: (problem: ApiProblem) => readonly Place[] | undefined,
): void {
  const problem = error instanceof ApiProblem ? error : undefined
  const places = (problem && (placeOf?.(problem) ?? problem.fields)) ?? []
  const values = form.getValues()
  const known = places.filter(({ field }) => field in values)
  known.forEach(({ field, message }, index) => {
    form.setError(field as FieldPath<T>, { type: 'server', message }, { shouldFocus: index === 0 })
  })
  if (known.length === 0) form.setError('root', { type: 'server', message: sayProblem(error) })
}
