'use client'

import { unwrap } from '@repo/api-client'
import type { Branch, UpdateBranchInput } from '@repo/schemas/contract'
import { accents } from '@repo/schemas/rules'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, MonitorSmartphone, QrCode, Webhook } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button, buttonStyle } from '@/components/ui/button.tsx'
import { SegmentedChoice } from '@/components/ui/segmented-choice.tsx'
import { Switch } from '@/components/ui/switch.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import { brandStyle } from '@/lib/brand-style.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'
import type { StaffBranch } from '@/lib/staff/use-staff.ts'

/** What an owner changes most: the look, how orders are taken, and the printed codes. */
export function BranchSettings({ branch }: { branch: StaffBranch }) {
  const t = useTranslations('settings.branch')
  const queries = useQueryClient()
  const queryKey = ['branch', branch.id]
  const route = staffApi.branches.branches[':branchId']
  const settings = useQuery({
    queryKey,
    queryFn: () => unwrap(route.$get({ param: { branchId: branch.id } })),
  })
  const update = useMutation({
    // One after the other, so that no earlier answer is shown over a later one.
    scope: { id: 'branch-settings' },
    mutationFn: (json: UpdateBranchInput) => unwrap(route.$patch({ param: { branchId: branch.id }, json })),
    onSuccess: (changed) => {
      queries.setQueryData(queryKey, changed)
      toast({ message: t('saved') })
    },
    onError: () => toast({ message: t('notSaved'), tone: 'failed' }),
  })

  return (
    <section className="mx-auto grid max-w-3xl gap-5 p-4.5">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="type-screen">{t('title')}</h1>
        <div className="flex flex-wrap gap-2.5">
          <Link href="/settings/webhooks" className={buttonStyle({ variant: 'line', size: 44 })}>
            <Webhook size={20} aria-hidden />
            {t('webhooks')}
          </Link>
          <Link href="/devices" className={buttonStyle({ variant: 'line', size: 44 })}>
            <MonitorSmartphone size={20} aria-hidden />
            {t('devices')}
          </Link>
          <Link href="/qr-codes" className={buttonStyle({ variant: 'line', size: 44 })}>
            <QrCode size={20} aria-hidden />
            {t('qrCodes')}
          </Link>
        </div>
      </header>
      {settings.isError && (
        <p role="alert">
          {t('notLoaded')}{' '}
          <Button size={44} variant="line" onClick={() => void settings.refetch()}>
            {t('retry')}
          </Button>
        </p>
      )}
      {settings.data && <Panels settings={settings.data} onChange={(changes) => update.mutate(changes)} />}
    </section>
  )
}

type PanelsProps = { settings: Branch; onChange: (changes: UpdateBranchInput) => void }

function Panels({ settings, onChange }: PanelsProps) {
  const t = useTranslations('settings.branch')
  return (
    <>
      <Panel title={t('ordering')}>
        <Switch
          label={t('taking')}
          state={settings.orderingPaused ? t('paused') : t('open')}
          checked={!settings.orderingPaused}
          onChange={(event) => onChange({ orderingPaused: !event.target.checked })}
        />
        <p className="type-label">{t('confirm')}</p>
        <SegmentedChoice
          legend={t('confirm')}
          value={settings.confirmOrders}
          options={(['never', 'first', 'always'] as const).map((value) => ({
            value,
            label: t(`confirmOptions.${value}`),
          }))}
          onValueChange={(confirmOrders) => onChange({ confirmOrders })}
        />
        <TextField
          key={settings.targetMinutes}
          label={t('target')}
          hint={t('targetHint')}
          type="number"
          min={1}
          max={240}
          defaultValue={settings.targetMinutes}
          onBlur={(event) => {
            const targetMinutes = event.target.valueAsNumber
            if (Number.isInteger(targetMinutes) && targetMinutes !== settings.targetMinutes)
              onChange({ targetMinutes })
          }}
        />
      </Panel>
      <Panel title={t('look')}>
        <TextField
          key={settings.name}
          label={t('name')}
          maxLength={80}
          defaultValue={settings.name}
          onBlur={(event) => {
            const name = event.target.value.trim()
            if (name && name !== settings.name) onChange({ name })
          }}
        />
        <fieldset>
          <legend className="type-label mb-2">{t('colour')}</legend>
          <div className="flex flex-wrap gap-3">
            {accents.map((accent) => (
              <AccentPlate
                key={accent.id}
                accent={accent}
                chosen={
                  accent.hue === settings.accent.hue &&
                  Math.abs(accent.chroma - settings.accent.chroma) < 0.0005
                }
                onChoose={() => onChange({ accent: { hue: accent.hue, chroma: accent.chroma } })}
              />
            ))}
          </div>
        </fieldset>
      </Panel>
    </>
  )
}

function Panel({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="grid gap-4 rounded-lg bg-surface p-5 shadow-resting">
      <h2 className="type-section">{title}</h2>
      {children}
    </section>
  )
}

type AccentPlateProps = { accent: (typeof accents)[number]; chosen: boolean; onChoose: () => void }

/** A plate whose rim is the colour; the chosen one carries a tick. */
function AccentPlate({ accent, chosen, onChoose }: AccentPlateProps) {
  const t = useTranslations('settings.branch')
  return (
    <label
      className="brand grid min-w-16 justify-items-center gap-1.5 text-center"
      style={brandStyle(accent)}
    >
      <input type="radio" name="accent" className="peer sr-only" checked={chosen} onChange={onChoose} />
      <span className="flex size-14 items-center justify-center rounded-full border-[5px] border-rim bg-plate peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ring">
        {chosen && (
          <span className="flex size-7 items-center justify-center rounded-full bg-black text-white">
            <Check size={18} strokeWidth={3} aria-hidden />
          </span>
        )}
      </span>
      <span className="type-hint">{t(`colours.${accent.id}`)}</span>
    </label>
  )
}
