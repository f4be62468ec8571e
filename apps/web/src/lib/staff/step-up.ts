import { createStore } from 'zustand/vanilla'

type StepUpState = {
  /** Answers the question that is on the screen; null while there is none. */
  settle: ((proved: boolean) => void) | null
}

export const stepUpStore = createStore<StepUpState>(() => ({ settle: null }))

let asking: Promise<boolean> | undefined

/** Asks the person to prove who they are; calls that come meanwhile wait for the same answer. */
function ask(): Promise<boolean> {
  asking ??= new Promise<boolean>((resolve) => stepUpStore.setState({ settle: resolve })).finally(() => {
    asking = undefined
    stepUpStore.setState({ settle: null })
  })
  return asking
}

/** `fetch` that meets STEP_UP_REQUIRED with a question and repeats the call once it is answered. */
export const withStepUp =
  (inner: typeof fetch, onMustEnrol: () => void): typeof fetch =>
  async (input, init) => {
    const response = await inner(input, init)
    if (response.status !== 403) return response
    const problem = (await response
      .clone()
      .json()
      .catch(() => null)) as { code?: string } | null
    if (problem?.code === 'TWO_FACTOR_REQUIRED') onMustEnrol()
    if (problem?.code !== 'STEP_UP_REQUIRED' || !(await ask())) return response
    return inner(input, init)
  }
