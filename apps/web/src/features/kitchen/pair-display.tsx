'use client'

import { ApiProblem, type ProblemCode } from '@repo/api-client'
import { Unplug } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import { SetPlate } from '@/components/plate/set-plate.tsx'
import { Button, buttonStyle } from '@/components/ui/button.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { deviceStore, pairDisplay } from './device-session.ts'

const faults = {
  VALIDATION_FAILED: 'mistyped',
  LICENSE_NOT_ACTIVATED: 'invalid',
  LICENSE_MAX_ACTIVATIONS: 'taken',
  RATE_LIMITED: 'wait',
  OFFLINE: 'offline',
} as const satisfies Partial<Record<ProblemCode, string>>

const faultOf = (error: unknown) =>
  (error instanceof ApiProblem && faults[error.code as keyof typeof faults]) || 'unknown'

/** A display that nobody is signed in on: it takes a key, or a person. */
export function PairDisplay() {
  const t = useTranslations('kitchen.pair')
  const [fault, setFault] = useState<ReturnType<typeof faultOf>>()
  const ended = useStore(deviceStore, (state) => state.ended)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '').trim()
    setBusy(true)
    setFault(undefined)
    try {
      await pairDisplay({ key: value('key'), name: value('name') })
    } catch (error) {
      setFault(faultOf(error))
      setBusy(false)
    }
  }

  return (
    <main className="grid min-h-dvh place-items-center bg-background p-5 text-ink">
      <form
        onSubmit={(event) => void submit(event)}
        className="grid w-full max-w-136 gap-5 rounded-xl bg-surface p-6 shadow-raised"
      >
        <div aria-hidden className="mx-auto w-28">
          <SetPlate />
        </div>
        <div className="grid gap-1.5 text-center">
          <h1 className="type-screen">{t('title')}</h1>
          <p className="text-muted-foreground">{t('lead')}</p>
        </div>
        {ended && (
          <Strip tone="warning" icon={<Unplug size={22} aria-hidden />}>
            {t('ended')}
          </Strip>
        )}
        <TextField
          name="key"
          label={t('key')}
          hint={t('keyHint')}
          error={fault && t(`fault.${fault}`)}
          required
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder="ABCD-EFGH-…"
          className="[&_input]:text-center [&_input]:font-mono [&_input]:uppercase"
        />
        <TextField name="name" label={t('name')} required maxLength={40} defaultValue={t('nameDefault')} />
        <Button type="submit" size={60} busy={busy}>
          {t('submit')}
        </Button>
        <Link href="/sign-in?next=%2Fkitchen" className={buttonStyle({ variant: 'line' })}>
          {t('signIn')}
        </Link>
      </form>
    </main>
  )
}
