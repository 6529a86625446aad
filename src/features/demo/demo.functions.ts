/**
 * One-click sign-in. A backdoor anywhere but in a demo: with demo mode off, they all answer as if
 * they didn't exist.
 */
import { createServerFn } from '@tanstack/react-start'
import { accept, nothing } from '~/middleware/input'
import { demoAccess } from '~/middleware/demo'
import { signInAsSchema } from './demo.schema'
import * as logic from './demo.server'
import * as mailbox from './mailbox.server'

export const listPersonas = createServerFn({ method: 'GET' })
  .middleware([demoAccess('the sign-in page offers the demo people')])
  .validator(accept(nothing))
  .handler(() => logic.listPersonas())

/** For the note about a change of person: which permission each control comes down to. */
export const listAsked = createServerFn({ method: 'GET' })
  .middleware([demoAccess('the demo explains why a control appeared or went')])
  .validator(accept(nothing))
  .handler(() => logic.listAsked())

/** The mails of this demo: what a person would find in their own mailbox. */
export const listMails = createServerFn({ method: 'GET' })
  .middleware([demoAccess('the demo shows what it has sent')])
  .validator(accept(nothing))
  .handler(() => mailbox.listMails())

export const signInAs = createServerFn({ method: 'POST' })
  .middleware([demoAccess('signs in as a demo person')])
  .validator(accept(signInAsSchema))
  .handler(({ data }) => logic.signInAs(data.persona))
