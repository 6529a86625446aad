/**
 * Calls a server function that changes something, and brings the page up to date: what was wrong
 * with the input goes beside the fields, what no field shows is told like any other refusal, and
 * after success everything that is shown is read again, so that the page shows what the server now
 * says.
 */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type AppError, type ErrorCode, isAppError } from '~/authz'
import { areShown, type FieldErrors, fieldErrors, NO_FIELD_ERRORS } from '~/ui/field-errors'
import { showToast } from '~/ui/toast'
import { beginLeaving, stay, unlessLeaving } from './leaving'
import { tellRefusal } from './refusals'
import { useRefresh } from './use-refresh'
import { viewerQuery } from './viewer.queries'

export interface ActionOptions<Args extends readonly unknown[], Result> {
  /** Said after it worked. */
  readonly done?: string
  /** Runs after it worked and before what is shown is brought up to date: to go to another page. */
  readonly onDone?: (result: Result) => unknown
  /** Leaves for a new document after it worked: then nothing here needs to be brought up to date. */
  readonly leave?: () => void
  /**
   * Changes what is shown before the server has answered. Returns what takes it back, which runs
   * when the server refuses.
   */
  readonly optimistic?: (client: QueryClient, ...args: Args) => () => void
  /** Answers true for a refusal that the page shows by itself. */
  readonly onRefused?: (refusal: AppError) => boolean
}

export interface Action<Args extends readonly unknown[]> {
  /** Calls it. Resolves to whether it worked; never rejects. */
  readonly run: (...args: Args) => Promise<boolean>
  readonly pending: boolean
  /** What was wrong with the last input, by field. */
  readonly errors: FieldErrors
}

/**
 * The page offered what is not to be had, so it no longer shows what is true. After a switch in
 * another tab only the viewer is read again: every other read would be refused too, and the guard
 * notices that the viewer is elsewhere, and shows that instead of the page.
 */
const OUT_OF_DATE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'forbidden',
  'not_found',
  'quota_exceeded',
  'feature_not_in_plan',
])

interface Wrong {
  readonly errors: FieldErrors
  /** Told where no field shows it. */
  readonly refusal?: AppError
}

const NOTHING_WRONG: Wrong = { errors: NO_FIELD_ERRORS }

export function useAction<Args extends readonly unknown[], Result>(
  call: (...args: Args) => Promise<Result>,
  { done, onDone, leave, onRefused, optimistic }: ActionOptions<Args, Result> = {},
): Action<Args> {
  const router = useRouter()
  const client = useQueryClient()
  const refresh = useRefresh()
  const [pending, setPending] = useState(false)
  const [{ errors, refusal: invalid }, setWrong] = useState<Wrong>(NOTHING_WRONG)

  useEffect(() => {
    if (invalid !== undefined && !areShown(errors)) tellRefusal(invalid)
  }, [invalid, errors])

  async function attempt(args: Args): Promise<boolean> {
    // The server may have switched before its answer is here.
    if (leave !== undefined) beginLeaving()
    const takeBack = optimistic?.(client, ...args)
    try {
      await finish(await call(...args))
      return true
    } catch (error) {
      takeBack?.()
      if (leave !== undefined) stay()
      await unlessLeaving()
      await refused(error)
      return false
    }
  }

  async function finish(result: Result): Promise<void> {
    if (done !== undefined) showToast({ title: done })
    if (leave !== undefined) return leave()
    const here = router.latestLocation
    // Another page reads what it needs as it opens; what this one showed may be gone.
    await client.invalidateQueries({ refetchType: 'none' })
    await onDone?.(result)
    if (router.latestLocation === here) await refresh()
  }

  async function refused(error: unknown): Promise<void> {
    const refusal = isAppError(error) ? error : undefined
    if (refusal?.details.issues !== undefined) {
      return setWrong({ errors: fieldErrors(refusal.details.issues), refusal })
    }
    if (refusal === undefined || onRefused?.(refusal) !== true) tellRefusal(error)
    if (refusal?.code === 'organization_changed') await client.invalidateQueries(viewerQuery)
    else if (refusal !== undefined && OUT_OF_DATE.has(refusal.code)) await refresh()
  }

  async function run(...args: Args): Promise<boolean> {
    setPending(true)
    setWrong(NOTHING_WRONG)
    const worked = await attempt(args)
    // Until the new document is there, a second press must not find the button ready.
    if (!worked || leave === undefined) setPending(false)
    return worked
  }

  return { run, pending, errors }
}
