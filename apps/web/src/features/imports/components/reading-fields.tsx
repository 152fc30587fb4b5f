import type { Import } from '@sharemyshows/contract/imports'
import { AUDIENCES, type ChosenAudience } from '@/lib/audience'
import { SelectField } from '@/ui/select-field'
import { hasOrder, ORDERS, type Order, orderOf, sayOrder } from '../dates'

const ORDER_LABELS: Record<Order, string> = {
  '': 'Not sure yet',
  'DD/MM/YYYY': 'Day, month, year',
  'MM/DD/YYYY': 'Month, day, year',
  'YYYY/MM/DD': 'Year, month, day',
}

type ReadingFieldsProps = {
  one: Import
  onOrder: (order: Order) => void
  audience: ChosenAudience
  onAudience: (audience: ChosenAudience) => void
}

/** What holds for all rows: how days in numbers are meant, where the file leaves that open, and who sees the shows. */
export function ReadingFields({ one, onOrder, audience, onAudience }: ReadingFieldsProps) {
  const order = orderOf(one.date_format)
  // where the file proves an order there is nothing to be guessed by
  const orders = ORDERS.filter((value) => value !== '' || order === '')
  return (
    <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
      {hasOrder(one) && (
        <SelectField
          label="How the days are written"
          hint={sayOrder(order, one.columns)}
          options={orders.map((value) => ({ value, label: ORDER_LABELS[value] }))}
          value={order}
          onChange={(event) => onOrder(event.target.value as Order)}
        />
      )}
      <SelectField
        label={one.source === 'export' ? 'Who sees shows that do not say so' : 'Who sees these shows'}
        hint="Each show can say otherwise, now or later."
        options={AUDIENCES}
        value={audience}
        onChange={(event) => onAudience(event.target.value as ChosenAudience)}
      />
    </div>
  )
}
