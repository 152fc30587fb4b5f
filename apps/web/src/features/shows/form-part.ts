import type { UseFormReturn } from 'react-hook-form'
import type { CatalogFields } from '@/features/catalog/model'
import type { ShowFormValues } from './form-values'

/** What every part of the form of a show is given. */
export type FormPart = { form: UseFormReturn<ShowFormValues>; catalog: CatalogFields }
