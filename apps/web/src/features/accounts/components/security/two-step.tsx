import type { MfaKind, MfaState } from '@sharemyshows/contract/mfa'
import { KeyRound, Mail, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { sayShortDate } from '@/lib/dates'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { forget, kept } from '../../kept'
import { DisableTwoStep } from './disable-two-step'
import { type Beginning, EnableTwoStep } from './enable-two-step'
import { NewRecoveryCodes } from './new-recovery-codes'
import { SettingRow } from './setting-row'

/** From here on it is worth a word that the recovery codes run out. */
const FEW = 3

const METHODS: Record<MfaKind, { icon: React.ReactNode; name: string; off: string }> = {
  email: { icon: <Mail />, name: 'Codes by e-mail', off: 'Six digits in a mail each time you sign in' },
  totp: { icon: <Smartphone />, name: 'Authenticator app', off: 'Codes from your phone, without a network' },
}

type Open = { what: 'enable'; from: Beginning } | { what: 'disable'; method?: MfaKind } | { what: 'codes' }

/** Each way there is, since when, and what can be done about it. */
export function TwoStep({ state }: { state: MfaState }) {
  const [open, setOpen] = useState<Open | undefined>(beginning)
  const close = () => setOpen(undefined)
  const both = state.methods.length > 1
  return (
    <>
      <div className="-mt-3 divide-y divide-line">
        {(['totp', 'email'] as const).map((method) => (
          <Method
            key={method}
            method={method}
            state={state}
            onEnable={() => setOpen({ what: 'enable', from: { method } })}
            onDisable={both ? () => setOpen({ what: 'disable', method }) : undefined}
          />
        ))}
        {state.enabled && (
          <RecoveryRow left={state.recovery_codes_left} onMake={() => setOpen({ what: 'codes' })} />
        )}
      </div>
      {state.enabled && (
        <Button className="mt-4" onClick={() => setOpen({ what: 'disable' })}>
          Disable MFA
        </Button>
      )}
      {open?.what === 'enable' && <EnableTwoStep from={open.from} close={close} />}
      {open?.what === 'disable' && <DisableTwoStep method={open.method} close={close} />}
      {open?.what === 'codes' && <NewRecoveryCodes close={close} />}
    </>
  )
}

// The button of the mail led here with its code.
function beginning(): Open | undefined {
  const code = kept('setup-code')
  if (code === undefined) return undefined
  forget('setup-code')
  return { what: 'enable', from: { method: 'email', code } }
}

type MethodProps = {
  method: MfaKind
  state: MfaState
  onEnable: () => void
  onDisable: (() => void) | undefined
}

function Method({ method, state, onEnable, onDisable }: MethodProps) {
  const { icon, name, off } = METHODS[method]
  const on = state.methods.find((one) => one.method === method)
  const first = state.preferred === method && state.methods.length > 1
  return (
    <SettingRow
      icon={icon}
      title={
        <>
          {name}
          {on && <Badge tone="success">On</Badge>}
        </>
      }
      action={
        on ? (
          onDisable && (
            <Button aria-label={`Turn off: ${name}`} onClick={onDisable}>
              Turn off
            </Button>
          )
        ) : (
          <Button aria-label={`Turn on: ${name}`} onClick={onEnable}>
            Turn on
          </Button>
        )
      }
    >
      {on ? `Since ${sayShortDate(on.since.slice(0, 10))}${first ? ', asked first' : ''}` : off}
    </SettingRow>
  )
}

function RecoveryRow({ left, onMake }: { left: number; onMake: () => void }) {
  return (
    <SettingRow
      icon={<KeyRound />}
      title={
        <>
          Recovery codes
          {left <= FEW && <Badge tone="warning">{left === 0 ? 'None left' : `Only ${left} left`}</Badge>}
        </>
      }
      action={
        <Button aria-label="New codes for recovery" onClick={onMake}>
          New codes
        </Button>
      }
    >
      {left <= FEW ? 'Make new ones before you need them' : `${left} left, for when you cannot get a code`}
    </SettingRow>
  )
}
