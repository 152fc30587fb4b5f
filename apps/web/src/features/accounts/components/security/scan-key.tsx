import { buttonStyles } from '@/ui/button'
import { CopyButton } from '@/ui/copy-button'
import { QrCode } from '@/ui/qr-code'

/** The key of an authenticator app as a picture, and in letters for those who cannot scan it. */
export function ScanKey({ secret, uri }: { secret: string; uri: string }) {
  return (
    <div className="mb-6 flex flex-col items-center gap-4">
      <QrCode text={uri} label="QR code with the key for your authenticator app" className="size-52" />
      <a href={uri} className={buttonStyles({ size: 'small', className: 'pointer-fine:hidden' })}>
        Open the app on this device
      </a>
      <div className="flex w-full items-center gap-3 rounded-control bg-raised py-2 pr-2 pl-4">
        <p className="min-w-0 flex-1">
          <span className="block text-12 text-soft">No camera at hand? Type this key.</span>
          <code className="wrap-break-word select-all font-mono text-14">{inGroups(secret)}</code>
        </p>
        <CopyButton size="small" text={secret} done="Key copied" aria-label="Copy the key">
          Copy
        </CopyButton>
      </div>
    </div>
  )
}

const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret
