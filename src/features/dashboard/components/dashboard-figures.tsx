/** The figures that this person may know. One they may not is left out, not shown as zero. */
import { Link, type LinkProps } from '@tanstack/react-router'
import type { getDashboard } from '../dashboard.functions'

type Figures = Awaited<ReturnType<typeof getDashboard>>

export function DashboardFigures({ figures }: { readonly figures: Figures }) {
  const { projects, documents, members, mine } = figures
  const own = mine.reduce((sum, { count }) => sum + count, 0)
  const drafts = mine.find(({ status }) => status === 'draft')?.count ?? 0
  return (
    <dl className="mb-10 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-surface shadow-raised lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
      <Figure name="Your documents" value={own} to="/documents" note={draftsNote(drafts)} />
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
    <div className="flex flex-col p-5 outline outline-line">
      <dt className="text-sm text-ink-soft">
        <Link to={to} className="hover:text-accent-text hover:underline">
          {name}
        </Link>
      </dt>
      <dd className="mt-1 text-3xl font-semibold tracking-tight">
        {value}
        {note !== undefined && (
          <span className="ml-2 text-sm font-normal tracking-normal text-ink-faint">{note}</span>
        )}
      </dd>
    </div>
  )
}
