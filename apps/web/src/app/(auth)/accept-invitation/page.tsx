import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AcceptInvitation } from '@/features/auth/accept-invitation.tsx'
import { AuthPage } from '@/features/auth/auth-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.acceptInvitation')
  return { title: t('submit') }
}

export default function AcceptInvitationPage() {
  return (
    <AuthPage>
      <AcceptInvitation />
    </AuthPage>
  )
}
