import { QrCode } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/text-field.tsx'

/** For guests who cannot scan: the code that is printed on the table's card. A plain form, it works without scripts. */
export async function CodeForm({ code, isUnknown }: { code: string; isUnknown: boolean }) {
  const t = await getTranslations('menu.code')
  return (
    <form method="get" className="grid max-w-md gap-4 rounded-lg bg-surface p-4.5 shadow-resting">
      <div className="flex items-center gap-3">
        <QrCode size={26} className="shrink-0" aria-hidden />
        <h2 className="type-section">{t('title')}</h2>
      </div>
      <TextField
        label={t('label')}
        hint={t('hint')}
        error={isUnknown && t('unknown')}
        name="code"
        defaultValue={code}
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        placeholder="K7QM-4TRW-9HEP"
        className="[&_input]:figures [&_input]:tracking-widest [&_input]:uppercase"
      />
      <Button type="submit" size={52}>
        {t('open')}
      </Button>
    </form>
  )
}
