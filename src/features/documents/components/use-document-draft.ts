/**
 * An edit under way: what was written, what it is based on, and what somebody else saved meanwhile.
 * Nothing that a person wrote is given up unless they say so.
 */
import { noop, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { AppError } from '~/authz'
import { tellRefusal } from '~/features/access/refusals'
import { useAction } from '~/features/access/use-action'
import { updateDocument } from '../documents.functions'
import { documentQuery } from '../documents.queries'
import { type Draft, isComplete, isSame } from './document-fields'
import type { DocumentDetails } from './document-view'

interface Asked {
  readonly onSaved: (() => unknown) | undefined
}

interface Sent extends Draft, Asked {
  /** The version that it was based on. */
  readonly version: number
  /** Until the server has answered that it is saved. */
  isUnanswered: boolean
}

/** @param document the version that was opened */
export function useDocumentDraft(document: DocumentDetails) {
  const client = useQueryClient()
  const [base, setBase] = useState<Draft & { readonly version: number }>(document)
  const [draft, setDraft] = useState<Draft>({ title: document.title, body: document.body })
  const [theirs, setTheirs] = useState<DocumentDetails>()
  const [replaced, setReplaced] = useState<Draft>()
  const latest = useRef(draft)
  const sent = useRef<Sent>(undefined)
  /** Asked for while another one was under way. */
  const waiting = useRef<Asked>(undefined)

  const { run, pending, errors } = useAction(updateDocument, {
    done: 'Document saved',
    onDone: ({ version }) => saved(version),
    onRefused: (refusal) => {
      if (refusal.code !== 'conflict') return false
      findOut(refusal).catch(noop)
      return true
    },
  })

  function write(next: Draft): void {
    latest.current = next
    setDraft(next)
  }

  function saved(version: number): unknown {
    if (sent.current === undefined) return undefined
    sent.current.isUnanswered = false
    const { title, body, onSaved } = sent.current
    setBase({ title, body, version })
    setTheirs(undefined)
    setReplaced(undefined)
    // What was written while it was being saved isn't left behind.
    return isSame(latest.current, { title, body }) ? onSaved?.() : undefined
  }

  /** A conflict is another version, which is shown, or something else, which is told. */
  async function findOut(refusal: AppError): Promise<void> {
    try {
      const now = await client.query({ ...documentQuery(document.id), staleTime: 0 })
      if (now.version === sent.current?.version) tellRefusal(refusal)
      else setTheirs(now)
    } catch (error) {
      tellRefusal(error)
    }
  }

  function send(version: number, onSaved?: () => unknown): void {
    if (!isComplete(draft)) return
    if (pending) {
      waiting.current = { onSaved }
      return
    }
    sent.current = { ...draft, version, onSaved, isUnanswered: true }
    run({ data: { documentId: document.id, ...draft, version } }).catch(noop)
  }

  /** What was asked for meanwhile, unless the one before it failed: that is told, and decided first. */
  const goOn = useEffectEvent(() => {
    const asked = waiting.current
    waiting.current = undefined
    if (asked === undefined || sent.current?.isUnanswered !== false) return
    if (isSame(draft, base)) asked.onSaved?.()
    else send(base.version, asked.onSaved)
  })
  useEffect(() => {
    if (!pending) goOn()
  }, [pending])

  return {
    draft,
    write,
    pending,
    errors,
    theirs,
    replaced,
    version: base.version,
    isUnsaved: !isSame(draft, base),
    /** Refused when somebody else has saved since. */
    save: (onSaved?: () => unknown) => send(base.version, onSaved),
    /** Knowing what somebody else has saved: theirs stays in the trail, and mine is the text. */
    saveOnTop: (onSaved?: () => unknown) => theirs && send(theirs.version, onSaved),
    takeTheirs: () => {
      if (theirs === undefined) return
      setReplaced(draft)
      setBase(theirs)
      write({ title: theirs.title, body: theirs.body })
      setTheirs(undefined)
    },
    putMineBack: () => {
      if (replaced !== undefined) write(replaced)
      setReplaced(undefined)
    },
  }
}

export type DocumentDraft = ReturnType<typeof useDocumentDraft>
