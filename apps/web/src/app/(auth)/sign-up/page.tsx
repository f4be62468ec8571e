import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { RestaiName } from '@/components/brand/restai-name.tsx'
import { LanguageSwitch } from '@/components/preferences/language-switch.tsx'
import { buttonStyle } from '@/components/ui/button.tsx'
import { SignUp } from '@/features/auth/sign-up.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signUp')
  return { title: t('page') }
}

export default async function SignUpPage() {
  const t = await getTranslations('auth.signUp')
  const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone')]
  return (
    <main className="sign-up">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <RestaiName />
        <div className="flex items-center gap-4">
          <p className="type-hint hidden text-muted-foreground sm:block">
            {t('already')}{' '}
            <Link href="/sign-in" className="link">
              {t('signIn')}
            </Link>
          </p>
          <LanguageSwitch className={buttonStyle({ variant: 'line', size: 44 })} />
        </div>
      </header>
      <SignUp timeZones={timeZones} />
    </main>
  )
}
