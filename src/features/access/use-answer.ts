/** Asks a server function something when a control is used, and keeps the answer for the page. */
import { useRef, useState } from 'react'
import { tellRefusal } from './refusals'

export interface Asking<Args extends readonly unknown[], Answer> {
  /**
   * Never rejects: a refusal is told. Resolves to the answer, or to nothing where it was refused or
   * something else has been asked since.
   */
  readonly ask: (...args: Args) => Promise<Answer | undefined>
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
  // The answer to a question that was taken back, or asked otherwise since, must not be shown for it.
  const latest = useRef(0)

  async function ask(...args: Args): Promise<Answer | undefined> {
    latest.current += 1
    const mine = latest.current
    setPending(true)
    setAnswer(undefined)
    try {
      const given = await call(...args)
      if (mine !== latest.current) return undefined
      setAnswer(() => given)
      return given
    } catch (error) {
      if (mine === latest.current) tellRefusal(error)
      return undefined
    } finally {
      if (mine === latest.current) setPending(false)
    }
  }

  function forget(): void {
    latest.current += 1
    setAnswer(undefined)
    setPending(false)
  }
  return { ask, answer, pending, forget }
}
