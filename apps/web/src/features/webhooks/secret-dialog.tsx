'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import { CopyButton } from '@/components/ui/copy-button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'

export type ShownSecret = {
  text: string
  /** Whether there is a former one, which keeps working for a while. */
  replaces: boolean
}

/** Shows a secret, this once. */
export function SecretDialog({ secret, onClose }: { secret: ShownSecret | null; onClose: () => void }) {
  const t = useTranslations('webhooks')
  return (
    <Dialog
      open={secret !== null}
      onClose={onClose}
      title={t('secretTitle')}
      actions={
        <>
          {secret && <CopyButton text={secret.text} />}
          <Button onClick={onClose}>{t('done')}</Button>
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
