/**
 * What has happened to roles and assignments, told inside this process once it is committed. For
 * what may be lost (a metric, a warm cache, a message to a screen): a process that ends between the
 * commit and the telling tells nobody. What may not be lost is a row or a job that is written in the
 * transaction itself.
 *
 * Permissions have no events: their registry is closed while the product runs.
 */
import { failureFacts } from './failure-facts'
import { log } from './log'

interface RoleEvent {
  readonly orgId: string
  readonly actorId: string
  readonly roleId: string
}

/** The role as it was: nobody can look it up any more. */
interface RoleDeletedEvent extends RoleEvent {
  readonly key: string
  readonly name: string
  readonly permissions: readonly string[]
}

interface AssignmentEvent extends RoleEvent {
  readonly memberId: string
}

export interface LifecycleEvents {
  readonly 'role.created': RoleEvent
  readonly 'role.updated': RoleEvent
  readonly 'role.deleted': RoleDeletedEvent
  readonly 'assignment.created': AssignmentEvent
  readonly 'assignment.deleted': AssignmentEvent
}

export type LifecycleName = keyof LifecycleEvents

type Heard = void | Promise<void>

type Listener = (name: LifecycleName, event: LifecycleEvents[LifecycleName]) => Heard

const listeners = new Set<Listener>()
const waiting = new WeakMap<object, [LifecycleName, LifecycleEvents[LifecycleName]][]>()

/** Listens to one kind of event. @returns what ends the listening */
export function onLifecycle<Name extends LifecycleName>(
  name: Name,
  hear: (event: LifecycleEvents[Name]) => Heard,
): () => void {
  const listener: Listener = (happened, event) => {
    if (happened !== name) return undefined
    // The names are equal, and each name has one type of event.
    return hear(event as LifecycleEvents[Name])
  }
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Keeps an event until its transaction is committed; one that is rolled back is never told.
 *
 * @param transaction what the tenant door gave to the work
 */
export function announce<Name extends LifecycleName>(
  transaction: object,
  name: Name,
  event: LifecycleEvents[Name],
): void {
  const kept = waiting.get(transaction) ?? []
  kept.push([name, event])
  waiting.set(transaction, kept)
}

/** Tells what was announced. A listener that fails, then or later, changes nothing about what is committed. */
export function tellCommitted(transaction: object): void {
  for (const [name, event] of waiting.get(transaction) ?? []) {
    const failed = (error: unknown) =>
      log().warn({ failure: failureFacts(error), event: name }, 'a lifecycle listener failed')
    for (const listener of listeners) {
      try {
        // A rejection that nobody waits for would end the process.
        Promise.resolve(listener(name, event)).catch(failed)
      } catch (error) {
        failed(error)
      }
    }
  }
  waiting.delete(transaction)
}
