/** Asks a server function something when a control is used, and keeps the answer for the page. */
import { useState } from 'react'
import { tellRefusal } from './refusals'

export interface Asking<Args extends readonly unknown[], Answer> {
  /** Never rejects: a refusal is told. */
  readonly ask: (...args: Args) => Promise<void>
  readonly answer: Answer | undefined
  readonly pending: boolean
  /** What was asked has changed: the old answer is none any more. */
  readonly forget: () => void
}

export function useAnswer<Args extends readonly unknown[], Answer>(
  call: (...args: Args) => Promise<Answer>,
): Asking<Args, Answer> {
  const [answer, setAnswer] = useState<Answer>()
  const [pending, setPending] = useState(false)
  async function ask(...args: Args): Promise<void> {
    setPending(true)
    setAnswer(undefined)
    try {
      const given = await call(...args)
      setAnswer(() => given)
    } catch (error) {
      tellRefusal(error)
    } finally {
      setPending(false)
    }
  }
  return { ask, answer, pending, forget: () => setAnswer(undefined) }
}
