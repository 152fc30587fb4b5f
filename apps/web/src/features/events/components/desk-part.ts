import type { UseFormReturn } from 'react-hook-form'
import type { CatalogFields } from '@/features/catalog/model'
import type { EventFormValues } from '../desk-form'

/** What every part of the form of an event is given. */
export type DeskPart = { form: UseFormReturn<EventFormValues>; catalog: CatalogFields }
