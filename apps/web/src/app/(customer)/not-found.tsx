import { PageMissing } from '@/components/page-missing.tsx'

export default function NotFound() {
  return <PageMissing />
}
