import type { Messages } from '@/lib/i18n/messages.ts'

/** Why a form was refused, as a key of `auth.problem`. */
export type FormProblem = Exclude<keyof Messages['auth']['problem'], 'short'>

/** Sends a form; answers with a problem, or with nothing once the person is on the way. */
export type SubmitForm<Input> = (input: Input) => Promise<FormProblem | undefined>
