/** What the charts show, in words and numbers, for those who can't see a chart. */
import type { getActivity } from '../dashboard.functions'

type Figures = Awaited<ReturnType<typeof getActivity>>
export type Week = Figures['weeks'][number]
export type ProjectHolding = Figures['projects'][number]

export function WeekTable({ weeks }: { readonly weeks: readonly Week[] }) {
  return (
    <table className="sr-only">
      <caption>Documents written and published by week</caption>
      <thead>
        <tr>
          <th scope="col">Week from</th>
          <th scope="col">Written</th>
          <th scope="col">Published</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ week, written, published }) => (
          <tr key={week}>
            <th scope="row">{week}</th>
            <td>{written}</td>
            <td>{published}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function ProjectTable({ projects }: { readonly projects: readonly ProjectHolding[] }) {
  return (
    <table className="sr-only">
      <caption>Documents by project and status</caption>
      <thead>
        <tr>
          <th scope="col">Project</th>
          <th scope="col">Published</th>
          <th scope="col">Drafts</th>
          <th scope="col">Archived</th>
        </tr>
      </thead>
      <tbody>
        {projects.map(({ id, name, published, draft, archived }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{published}</td>
            <td>{draft}</td>
            <td>{archived}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
