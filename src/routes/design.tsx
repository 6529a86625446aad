/**
 * The design system on one page: the tokens, and every primitive in its states. For those who build
 * on it, so it is there in a demo and in development only; the server decides which that is.
 */
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { listPersonas } from '~/features/demo/demo.functions'
import { DesignPage } from './-design/design-page'
import { pageTitle } from './-shell/page-title'

export const Route = createFileRoute('/design')({
  // Answers 404 outside demo mode, and this page with it. What it answers isn't shown here.
  loader: async ({ location }) => {
    await load(() => listPersonas(), location)
  },
  head: () => pageTitle('Design system'),
  component: DesignPage,
})
