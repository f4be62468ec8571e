'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { useVerb } from './use-verb.ts'

type ConfirmVerbProps = {
  /** On the button that asks. */
  label: ReactNode
  /** The question. */
  title: string
  /** What will happen. */
  children: ReactNode
  /** On the button that does it. */
  verb: string
  work: () => Promise<unknown>
  className?: string
  onDone?: () => void
}

/** A verb that cannot be taken back asks first. */
export function ConfirmVerb({ label, title, children, verb, work, className, onDone }: ConfirmVerbProps) {
  const t = useTranslations('staffBoard')
  const [open, setOpen] = useState(false)
  const { busy, run } = useVerb()
  const confirm = async () => {
    const done = await run(work)
    setOpen(false)
    if (done) onDone?.()
  }
  const actions = (
    <>
      <Button variant="line" size={44} onClick={() => setOpen(false)}>
        {t('keep')}
      </Button>
      <Button variant="danger" size={44} busy={busy} onClick={() => void confirm()}>
        {verb}
      </Button>
    </>
  )
  return (
    <>
      <Button variant="line" size={44} className={className} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} actions={actions}>
        <div className="grid gap-2 text-muted-foreground">{children}</div>
      </Dialog>
    </>
  )
}
