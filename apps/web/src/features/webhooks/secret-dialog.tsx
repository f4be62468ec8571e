'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'

export type ShownSecret = {
  text: string /** Another one works on beside it for a while. */
  replaces: boolean
}

/** The only sight of a secret. */
export function SecretDialog({ secret, onClose }: { secret: ShownSecret | null; onClose: () => void }) {
  const t = useTranslations('webhooks')
  const [copied, setCopied] = useState(false)
  const close = () => {
    setCopied(false)
    onClose()
  }
  const copy = async () => {
    if (!secret) return
    await navigator.clipboard.writeText(secret.text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <Dialog
      open={secret !== null}
      onClose={close}
      title={t('secretTitle')}
      actions={
        <>
          <Button variant="line" onClick={() => void copy()}>
            {copied ? <Check size={20} aria-hidden /> : <Copy size={20} aria-hidden />}
            <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
          </Button>
          <Button onClick={close}>{t('done')}</Button>
        </>
      }
    >
      <p>{t('secretHint')}</p>
      {secret?.replaces && <p className="text-muted-foreground">{t('secretOverlap')}</p>}
      <code className="block rounded-sm bg-sunken px-3.5 py-3 text-sm break-all select-all">
        {secret?.text}
      </code>
    </Dialog>
  )
}
