import { ChefHat, LayoutGrid, Smartphone } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { RestaiName } from '@/components/brand/restai-name.tsx'
import { LanguageSwitch } from '@/components/preferences/language-switch.tsx'
import { ThemeSwitch } from '@/components/preferences/theme-switch.tsx'
import { LaidTable } from '@/components/table/laid-table.tsx'
import { buttonStyle } from '@/components/ui/button.tsx'

const points = [
  { key: 'guests', Icon: Smartphone },
  { key: 'kitchen', Icon: ChefHat },
  { key: 'floor', Icon: LayoutGrid },
] as const

const quietSwitch =
  'type-label flex min-h-11 items-center gap-2 rounded-full px-3.5 text-muted-foreground hover:bg-sunken hover:text-ink'

export default async function LandingPage() {
  const t = await getTranslations('landing')
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex flex-wrap items-center justify-between gap-2 px-4.5 py-3 rail:px-10">
        <RestaiName />
        <div className="flex flex-wrap items-center">
          <ThemeSwitch className={quietSwitch} />
          <LanguageSwitch className={quietSwitch} />
        </div>
      </header>
      <main className="grid flex-1 content-center gap-10 pb-10 rail:gap-14">
        <section className="grid items-center gap-8 rail:grid-cols-[minmax(20rem,1fr)_1.15fr] rail:pl-10">
          <div className="grid gap-5 px-4.5 pt-4 rail:px-0">
            <h1 className="type-place text-[clamp(2.4rem,1.4rem+3.6vw,4.25rem)]">{t('title')}</h1>
            <p className="max-w-136 text-[1.0625rem] text-muted-foreground">{t('lead')}</p>
            <div className="flex flex-wrap gap-3">
              <Link href="/sign-up" className={buttonStyle({ size: 60 })}>
                {t('signUp')}
              </Link>
              <Link href="/sign-in" className={buttonStyle({ variant: 'line', size: 60 })}>
                {t('signIn')}
              </Link>
            </div>
          </div>
          <LaidTable className="h-76 rail:h-[min(38rem,66dvh)] rail:rounded-l-[2.5rem]" />
        </section>
        <ul className="grid gap-6 px-4.5 rail:grid-cols-3 rail:px-10">
          {points.map(({ key, Icon }) => (
            <li key={key} className="flex gap-3.5">
              <Icon size={24} className="mt-0.5 shrink-0 text-primary" />
              <div className="grid gap-1">
                <h2 className="type-dish">{t(`points.${key}.title`)}</h2>
                <p className="type-body text-muted-foreground">{t(`points.${key}.body`)}</p>
              </div>
            </li>
          ))}
        </ul>
      </main>
    </div>
  )
}
