import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { signInSearch } from '~/features/access/search'
import { SignInForm } from '~/features/account/components/sign-in-form'
import { PersonaList } from '~/features/demo/components/persona-list'
import { personasQuery } from '~/features/demo/demo.queries'
import { BarePage } from './-shell/bare-page'
import { pageTitle } from './-shell/page-title'

export const Route = createFileRoute('/login')({
  validateSearch: signInSearch,
  loader: ({ context }) => context.queryClient.query(personasQuery),
  head: () => pageTitle('Sign in'),
  component: LoginPage,
})

function LoginPage() {
  const { data: offered } = useSuspenseQuery(personasQuery)
  const { redirect } = Route.useSearch()
  return (
    <BarePage>
      <div className="grid gap-x-14 gap-y-10 py-10 md:grid-cols-[18rem_minmax(0,1fr)] lg:grid-cols-[22rem_minmax(0,1fr)] lg:gap-x-24 lg:py-16">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">Sign in</h1>
          <p className="mt-1.5 mb-6 text-ink-soft">
            {redirect === undefined ? 'Use your work account.' : 'Then you go on where you were.'}
          </p>
          <SignInForm redirect={redirect} />
          <p className="mt-6 flex flex-wrap justify-between gap-x-6 gap-y-2 text-sm">
            <Link to="/forgot" className="underline underline-offset-4">
              Forgot your password?
            </Link>
            <Link to="/signup" className="underline underline-offset-4">
              Create an account
            </Link>
          </p>
        </div>
        {offered.length > 0 && <PersonaList personas={offered} redirect={redirect} />}
      </div>
    </BarePage>
  )
}
