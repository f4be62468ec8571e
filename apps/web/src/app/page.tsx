export default function Page() { return <p className="type-place bg-primary text-primary-foreground dark:underline">hola ŵ</p> }
