import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AuthHeading } from '@/features/accounts/auth-heading.tsx'
import { AuthPage } from '@/features/accounts/auth-page.tsx'
import { ResetPassword } from '@/features/accounts/reset-password.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.resetPassword')
  return { title: t('title') }
}

export default async function ResetPasswordPage() {
  const t = await getTranslations('auth')
  return (
    <AuthPage
      aside={
        <Link href="/sign-in" className="link">
          {t('forgotPassword.back')}
        </Link>
      }
    >
      <AuthHeading title={t('resetPassword.title')} lead={t('resetPassword.lead')} />
      <ResetPassword />
    </AuthPage>
  )
}
