import { notFound } from 'next/navigation'

/** Every address that no page has: the answer is a 404 in the site's look. */
export default function MissingPage() {
  notFound()
}
