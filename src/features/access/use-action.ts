/**
 * Calls a server function that changes something, and brings the page up to date: what was wrong
 * with the input goes beside the fields, any other refusal is told, and after success every loader
 * reads again, so that the page shows what the server now says.
 */
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { type AppError, type ErrorCode, isAppError } from '~/authz'
import { showToast } from '~/ui/toast'
import { tellRefusal } from './refusals'

export interface ActionOptions<Result> {
  /** Said after it worked. */
  readonly done?: string
  /** Runs after it worked and before what is shown is brought up to date: to go to another page. */
  readonly onDone?: (result: Result) => unknown
  /** Leaves for a new document after it worked: then nothing here needs to be brought up to date. */
  readonly leave?: () => void
  /** Answers true for a refusal that the page shows by itself. */
  readonly onRefused?: (refusal: AppError) => boolean
}

export interface Action<Args extends readonly unknown[]> {
  /** Calls it. Resolves to whether it worked; never rejects. */
  readonly run: (...args: Args) => Promise<boolean>
  readonly pending: boolean
  /** What was wrong with the last input, by field. */
  readonly errors: Readonly<Record<string, string>>
}

/**
 * The page offered what is not to be had, so it no longer shows what is true. After a switch in
 * another tab the guard notices that the viewer is elsewhere, and shows that instead of the page.
 */
const OUT_OF_DATE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'forbidden',
  'not_found',
  'organization_changed',
])

const NO_ERRORS: Readonly<Record<string, string>> = {}

export function useAction<Args extends readonly unknown[], Result>(
  call: (...args: Args) => Promise<Result>,
  { done, onDone, leave, onRefused }: ActionOptions<Result> = {},
): Action<Args> {
  const router = useRouter()
  const [pending, setPending] = useState(false)
  const [errors, setErrors] = useState(NO_ERRORS)

  async function attempt(args: Args): Promise<boolean> {
    try {
      const result = await call(...args)
      if (done !== undefined) showToast({ title: done })
      await onDone?.(result)
      if (leave === undefined) await router.invalidate()
      else leave()
      return true
    } catch (error) {
      const refusal = isAppError(error) ? error : undefined
      if (refusal?.code === 'invalid_input') {
        setErrors(byField(refusal))
        return false
      }
      if (refusal === undefined || onRefused?.(refusal) !== true) tellRefusal(error)
      if (refusal !== undefined && OUT_OF_DATE.has(refusal.code)) await router.invalidate()
      return false
    }
  }

  async function run(...args: Args): Promise<boolean> {
    setPending(true)
    setErrors(NO_ERRORS)
    const worked = await attempt(args)
    // Until the new document is there, a second press must not find the button ready.
    if (!worked || leave === undefined) setPending(false)
    return worked
  }

  return { run, pending, errors }
}

function byField({ details }: AppError): Record<string, string> {
  return Object.fromEntries((details.issues ?? []).map(({ path, message }) => [path, message]))
}
