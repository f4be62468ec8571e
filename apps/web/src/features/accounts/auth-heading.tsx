/** What a page before the sign-in is for. */
export function AuthHeading({ title, lead }: { title: string; lead: string }) {
  return (
    <div className="grid gap-3">
      <h1 className="type-place whitespace-pre-line">{title}</h1>
      <p className="text-[1.0625rem] break-words text-muted-foreground">{lead}</p>
    </div>
  )
}
