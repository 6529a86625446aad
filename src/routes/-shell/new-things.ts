/**
 * What can be made anew, and the control of a page that does it: the palette and the key `n` press
 * that control, so they offer nothing that the page doesn't.
 */
import type { LinkProps } from '@tanstack/react-router'
import type { CountedQuota, Permission } from '~/authz'

export interface NewThing {
  readonly label: string
  /** The page that has the control; without one, only where it happens to be. */
  readonly page?: NonNullable<LinkProps['to']>
  readonly permission: Permission
  /** What one more of it counts against: on a full plan the page has no such control. */
  readonly quota: CountedQuota
  /** The function behind the control. */
  readonly fn: string
  readonly control: string
}

export const NEW_THINGS: readonly NewThing[] = [
  {
    label: 'New project',
    page: '/projects',
    permission: 'projects:write',
    quota: 'projects',
    fn: 'projects.createProject',
    control: 'main [data-opens="projects.createProject"]',
  },
  {
    label: 'New document',
    permission: 'content:write',
    quota: 'documents',
    fn: 'documents.createDocument',
    control: 'main [data-opens="documents.createDocument"], main a[href$="/new-document"]',
  },
  {
    label: 'Invite somebody',
    page: '/invitations',
    permission: 'org:members:invite',
    quota: 'members',
    fn: 'invitations.inviteMember',
    control: 'main [data-opens="invitations.inviteMember"]',
  },
  {
    label: 'New role',
    page: '/roles',
    permission: 'org:roles:write',
    quota: 'custom-roles',
    fn: 'roles.createRole',
    control: 'main [data-opens="roles.createRole"]',
  },
]

const PATIENCE_MS = 4_000

/** @returns the first control of these that the page shows */
export function shownControl(selector: string): HTMLElement | undefined {
  const found = [...document.querySelectorAll<HTMLElement>(selector)]
  return found.find((control) => control.checkVisibility())
}

/** Presses a control of the page that is being opened, as soon as it is there. */
export function pressWhenShown(selector: string, since = performance.now()): void {
  const control = shownControl(selector)
  if (control !== undefined) control.click()
  else if (performance.now() - since < PATIENCE_MS) {
    requestAnimationFrame(() => pressWhenShown(selector, since))
  }
}
