import { createFileRoute } from '@tanstack/react-router'
import { isAppError } from '~/authz'
import { signInSearch } from '~/features/access/search'
import { SignInForm } from '~/features/account/components/sign-in-form'
import { PersonaList } from '~/features/demo/components/persona-list'
import { listPersonas } from '~/features/demo/demo.functions'
import { BarePage } from './-shell/bare-page'
import { pageTitle } from './-shell/page-title'

export const Route = createFileRoute('/login')({
  validateSearch: signInSearch,
  loader: personas,
  head: () => pageTitle('Sign in'),
  component: LoginPage,
})

/** Outside demo mode there is nobody to offer. */
async function personas() {
  try {
    return await listPersonas()
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return []
    throw error
  }
}

function LoginPage() {
  const offered = Route.useLoaderData()
  const { redirect } = Route.useSearch()
  return (
    <BarePage>
      <div className="mx-auto grid max-w-4xl gap-x-14 gap-y-10 py-10 md:grid-cols-[20rem_minmax(0,1fr)] lg:py-16">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">Sign in</h1>
          <p className="mt-1.5 mb-6 text-ink-soft">
            {redirect === undefined ? 'Use your work account.' : 'Then you go on where you were.'}
          </p>
          <SignInForm redirect={redirect} />
        </div>
        {offered.length > 0 && <PersonaList personas={offered} redirect={redirect} />}
      </div>
    </BarePage>
  )
}
