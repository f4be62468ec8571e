import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthPage } from '@/features/auth/auth-page.tsx'
import { ConfirmEmail } from '@/features/auth/confirm-email.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.confirmEmail')
  return { title: t('title') }
}

export default function ConfirmEmailPage() {
  return (
    <AuthPage>
      <ConfirmEmail />
    </AuthPage>
  )
}
