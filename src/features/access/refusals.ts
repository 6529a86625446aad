/** What a person is told, and where they are led, when something they did was refused. */
import { type AppError, isAppError, isPlanKey, PLANS } from '~/authz'
import { showToast, type ToastMessage } from '~/ui/toast'
import { beginLeaving } from './leaving'
import { safeRedirect } from './safe-redirect'

/** Leaves the page for another, dropping everything that was loaded for the old one. */
export function leaveFor(path: string): void {
  beginLeaving()
  // Brought back by the browser's history, it would show what was true before.
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload())
  window.location.assign(path)
}

/** On to the page that somebody wanted before they signed in. Checked here too, where it counts. */
export function goOnTo(page: string | undefined): void {
  leaveFor(safeRedirect(page))
}

/** Shows the refusal of something that was tried, or leads away where staying makes no sense. */
export function tellRefusal(error: unknown): void {
  if (isAppError(error) && error.code === 'unauthenticated') {
    const here = window.location.pathname + window.location.search
    return leaveFor(`/login?redirect=${encodeURIComponent(here)}`)
  }
  if (isAppError(error) && error.code === 'no_membership') return leaveFor('/welcome')
  showToast({ tone: 'refused', ...wordsFor(error) })
}

/** @returns a title and a sentence for any error, ours or not. */
export function wordsFor(error: unknown): ToastMessage {
  if (!isAppError(error)) {
    return {
      title: 'No answer',
      detail: 'The server could not be reached. Check the connection and try again.',
    }
  }
  const { message, details } = error
  switch (error.code) {
    case 'organization_changed':
      return {
        title: 'You changed organization elsewhere',
        detail: 'Nothing was done.',
      }
    case 'forbidden':
      return { title: 'Not allowed', detail: missing(error) }
    case 'quota_exceeded':
    case 'feature_not_in_plan':
      // Without a limit it is somebody else's plan: of an organization that they would join.
      if (details.limit === undefined) return { title: 'No room', detail: message, tone: 'limited' }
      return { title: 'Not in your plan', detail: withPlan(message, details.plan), tone: 'limited' }
    case 'invalid_input':
      return { title: 'That did not work', detail: inputWords(error) }
    case 'not_found':
      return { title: 'Not there any more', detail: message }
    case 'conflict':
      return { title: 'Not done', detail: message }
    case 'rate_limited':
      return { title: 'Too many attempts', detail: waiting(message, details.retryAfter) }
    default:
      return { title: 'That did not work', detail: message }
  }
}

/** For what no field shows: its own words, where the rule that was broken has some. */
function inputWords({ message, details }: AppError): string {
  const found = (details.issues ?? []).map((issue) => issue.message)
  return found.length === 0 ? message : [...new Set(found)].join(' ')
}

function missing({ message, details }: AppError): string {
  return details.permission === undefined
    ? message
    : `This takes ${details.permission}, which your roles do not give.`
}

function withPlan(message: string, plan: string | undefined): string {
  return plan !== undefined && isPlanKey(plan) ? `${message} ${PLANS[plan].name} has it.` : message
}

function waiting(message: string, seconds: number | undefined): string {
  if (seconds === undefined) return message
  const minutes = Math.ceil(seconds / 60)
  return `${message} (${minutes === 1 ? 'about a minute' : `about ${minutes} minutes`})`
}
