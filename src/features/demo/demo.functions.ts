/**
 * One-click sign-in. A backdoor anywhere but in a demo: with demo mode off, both answer as if they
 * didn't exist.
 */
import { createServerFn } from '@tanstack/react-start'
import { accept } from '~/middleware/input'
import { publicAccess } from '~/middleware/public'
import { signInAsSchema } from './demo.schema'
import * as logic from './demo.server'

export const listPersonas = createServerFn({ method: 'GET' })
  .middleware([publicAccess('the sign-in page offers the demo people; 404 outside demo mode')])
  .handler(() => logic.listPersonas())

export const signInAs = createServerFn({ method: 'POST' })
  .middleware([publicAccess('signs in as a demo person; 404 outside demo mode')])
  .validator(accept(signInAsSchema))
  .handler(({ data }) => logic.signInAs(data.persona))
