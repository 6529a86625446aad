/** The figures that this person may know. One they may not is left out, not shown as zero. */
import { Link, type LinkProps } from '@tanstack/react-router'
import { grouped } from '~/ui/written'
import type { getDashboard } from '../dashboard.functions'

type Figures = Awaited<ReturnType<typeof getDashboard>>

export function DashboardFigures({ figures }: { readonly figures: Figures }) {
  const { projects, documents, members, mine, myDrafts } = figures
  return (
    <dl className="mb-10 grid grid-cols-2 border-y border-line sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none">
      <Figure name="Your documents" value={mine} to="/documents" note={draftsNote(myDrafts)} />
      {documents !== null && <Figure name="Documents" value={documents} to="/documents" />}
      {projects !== null && <Figure name="Projects" value={projects} to="/projects" />}
      {members !== null && <Figure name="Members" value={members} to="/members" />}
    </dl>
  )
}

function draftsNote(drafts: number): string | undefined {
  if (drafts === 0) return undefined
  return drafts === 1 ? '1 draft' : `${drafts} drafts`
}

interface FigureProps {
  readonly name: string
  readonly value: number
  readonly to: LinkProps['to']
  readonly note?: string
}

function Figure({ name, value, to, note }: FigureProps) {
  return (
    <div className="flex flex-col py-4 pr-4 sm:border-l sm:border-line sm:pl-5 sm:first:border-l-0 sm:first:pl-0">
      <dt className="text-sm text-ink-soft">
        <Link to={to} className="hover:text-accent-text hover:underline">
          {name}
        </Link>
      </dt>
      <dd className="mt-1 text-3xl font-semibold tracking-tight">
        {grouped(value)}
        {note !== undefined && (
          <span className="ml-2 text-sm font-normal tracking-normal text-ink-faint">{note}</span>
        )}
      </dd>
    </div>
  )
}
