/** One press signs in as a person of the demo. Never there outside demo mode. */
import { goOnTo } from '~/features/access/refusals'
import { useAction } from '~/features/access/use-action'
import { Avatar } from '~/ui/avatar'
import { Button } from '~/ui/button'
import type { listPersonas } from '../demo.functions'
import { signInAs } from '../demo.functions'

type Persona = Awaited<ReturnType<typeof listPersonas>>[number]

export interface PersonaListProps {
  readonly personas: readonly Persona[]
  /** Where to go once signed in. */
  readonly redirect: string | undefined
}

export function PersonaList({ personas, redirect }: PersonaListProps) {
  const { run, pending } = useAction(signInAs, { leave: () => goOnTo(redirect) })
  return (
    <section aria-labelledby="personas">
      <h2 id="personas" className="text-base font-semibold">
        Or look at the demo as somebody
      </h2>
      <p className="mt-0.5 mb-4 text-sm text-ink-soft">
        Each of them sees and may do something else. One press signs in.
      </p>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-raised">
        {personas.map(({ key, name, title, organization }) => (
          <li key={key}>
            <Button
              look="quiet"
              fn="demo.signInAs"
              pending={pending}
              spread
              className="rounded-none px-4 py-2.5 font-normal focus-visible:-outline-offset-2"
              onClick={() => run({ data: { persona: key } })}
            >
              <span className="flex min-w-0 items-center gap-3">
                <Avatar name={name} />
                <span>
                  <span className="font-medium text-ink">{name}</span>
                  <span className="block text-small text-ink-faint">{title}</span>
                </span>
              </span>
              <span className="shrink-0 pl-4 text-xs text-ink-faint max-sm:hidden">
                {organization}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
