/**
 * A change that is looked at before it is made. Submitting it asks the server whom it would reach: what
 * reaches nobody is made at once, and anything else is shown in a window first, which makes it.
 *
 * A window of which something is chosen looks with every choice instead. Either way what is made is
 * what was last looked at, and one's own access is changed only by somebody who ticks that they mean it.
 */
import { useRef, useState } from 'react'
import { type AppError, isAppError } from '~/authz'
import type { ImpactProps } from './impact'
import type { SimilarRole } from './similar'
import { useAction } from './use-action'
import { useAnswer } from './use-answer'

/** What a preview says. */
export interface Foreseen extends ImpactProps {
  /** Roles that grant nearly the same. */
  readonly similar?: readonly SimilarRole[]
  readonly leavesNoOwner?: boolean
  /** For whom it is not possible. */
  readonly refusals?: readonly {
    readonly memberId: string
    readonly name: string
    readonly why: string
  }[]
}

export interface ForeseenOptions<Input, Said extends Foreseen, Result> {
  /** Says what it would do. */
  readonly foresee: (input: Input) => Promise<Said>
  /** Does it. */
  readonly make: (input: Input, evenThoughItIsMe: boolean) => Promise<Result>
  /** It is the viewer whom it is done to: then it has to be meant, whatever it does. */
  readonly isAboutMe?: boolean
  /** Whether there is something to show although nobody gains or loses anything. */
  readonly isWorthShowing?: (input: Input, said: Said) => boolean
  readonly done: string
  readonly onDone?: (result: Result) => unknown
}

export interface ForeseenChange<Input> {
  /** Looks, and makes at once what reaches nobody; anything else opens the window. */
  readonly submit: (input: Input) => Promise<void>
  /** Only looks: in a window that is open. */
  readonly look: (input: Input) => void
  /** There is nothing to look at any more. */
  readonly forget: () => void
  /** Makes what was looked at. Resolves to whether it worked. */
  readonly confirm: (values: FormData) => Promise<boolean>
  readonly said: Foreseen | undefined
  readonly isLooking: boolean
  readonly isAboutMe: boolean
  /** It was confirmed without the tick that it takes. */
  readonly isTickMissing: boolean
  readonly open: boolean
  readonly setOpen: (open: boolean) => void
  readonly pending: boolean
  readonly errors: Readonly<Record<string, string>>
}

export function useForeseen<Input, Said extends Foreseen, Result>(
  options: ForeseenOptions<Input, Said, Result>,
): ForeseenChange<Input> {
  const { foresee, make, isAboutMe = false, isWorthShowing, done, onDone } = options
  const [open, setOpen] = useState(false)
  const [isTickMissing, setTickMissing] = useState(false)
  const looked = useRef<Input>(undefined)
  const refused = useRef<AppError>(undefined)
  const preview = useAnswer(foresee)
  const { run, ...action } = useAction(
    async (input: Input, meant: boolean) => {
      refused.current = undefined
      try {
        return await make(input, meant)
      } catch (error) {
        refused.current = isAppError(error) ? error : undefined
        throw error
      }
    },
    { done, onDone },
  )

  function lookAt(input: Input): Promise<Said | undefined> {
    looked.current = input
    setTickMissing(false)
    return preview.ask(input)
  }

  async function submit(input: Input): Promise<void> {
    const said = await lookAt(input)
    if (said === undefined) return
    if (isAboutMe || reachesSomebody(said) || isWorthShowing?.(input, said) === true) {
      return setOpen(true)
    }
    if ((await run(input, false)) || !isOutOfDate(refused.current)) return
    // It was true when it was looked at. By now it may take something from somebody.
    const saidNow = await lookAt(input)
    if (saidNow !== undefined && reachesSomebody(saidNow)) setOpen(true)
  }

  async function confirm(values: FormData): Promise<boolean> {
    const input = looked.current
    if (input === undefined) return false
    if (preview.answer === undefined) {
      // Nothing is made that was not shown.
      await lookAt(input)
      return false
    }
    const meant = values.has('meant')
    const isTickNeeded = isAboutMe || preview.answer.takesFromMe
    setTickMissing(isTickNeeded && !meant)
    if (isTickNeeded && !meant) return false
    if (await run(input, meant)) return true
    // What was wrong with a field is said beside the field.
    if (isAboutAField(refused.current)) setOpen(false)
    if (isOutOfDate(refused.current)) await lookAt(input)
    return false
  }

  function forget(): void {
    looked.current = undefined
    preview.forget()
  }

  return {
    submit,
    look: (input) => void lookAt(input),
    forget,
    confirm,
    said: preview.answer,
    isLooking: preview.pending,
    isAboutMe,
    isTickMissing,
    open,
    setOpen,
    pending: preview.pending || action.pending,
    errors: action.errors,
  }
}

/** @returns whether nothing stands in its way */
export function isPossible({ leavesNoOwner = false, refusals = [] }: Foreseen): boolean {
  return !leavesNoOwner && refusals.length === 0
}

function isAboutAField(refusal: AppError | undefined): boolean {
  return refusal?.details.issues !== undefined
}

/** Something has changed since it was looked at. */
function isOutOfDate(refusal: AppError | undefined): boolean {
  return refusal?.code === 'conflict' && !isAboutAField(refusal)
}

function reachesSomebody(said: Foreseen): boolean {
  return said.affected + said.later > 0 || said.takesFromMe || !isPossible(said)
}
