/**
 * What was wrong with an input, by field, and whether any field was there to show it. A refusal
 * that no field shows would be silence: whoever sent the input asks here, and tells it otherwise.
 * It is assumed that nobody shows it: a form that is closed by now, or was none, says nothing.
 */
import { createContext, use, useEffect, useState } from 'react'

/** One refusal's mark. Spreading the errors into others, as a form with rules of its own does, keeps it. */
const REFUSAL = Symbol('refusal')

type ByField = Readonly<Record<string, string>>

export type FieldErrors = ByField & { readonly [REFUSAL]?: object }

export const NO_FIELD_ERRORS: FieldErrors = {}

const shown = new WeakSet<object>()

export function fieldErrors(
  issues: readonly { readonly path: string; readonly message: string }[],
): FieldErrors {
  return {
    ...Object.fromEntries(issues.map(({ path, message }) => [path, message])),
    [REFUSAL]: {},
  }
}

/** Whether a field showed one of them. To be asked in an effect: those of the fields run before it. */
export function areShown({ [REFUSAL]: refusal }: FieldErrors): boolean {
  return refusal === undefined || shown.has(refusal)
}

/** The names of the fields that are in a form now. */
export const FieldNames = createContext<Set<string> | undefined>(undefined)

/** For a field that shows what was wrong with it. */
export function useShowsErrors(name: string | undefined): void {
  const names = use(FieldNames)
  useEffect(() => {
    if (names === undefined || name === undefined) return undefined
    names.add(name)
    return () => {
      names.delete(name)
    }
  }, [names, name])
}

/** For the form around them. @returns where its fields write their names */
export function useFieldNames(errors: FieldErrors): Set<string> {
  const [names] = useState(() => new Set<string>())
  useEffect(() => {
    const refusal = errors[REFUSAL]
    if (refusal === undefined) return
    if (Object.keys(errors).some((path) => names.has(path))) shown.add(refusal)
  }, [errors, names])
  return names
}
