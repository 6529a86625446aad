/** Projects, documents and members whose names hold what was typed, as commands. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Access, canAccess } from '~/authz'
import { useAccess } from '~/features/access/use-permission'
import { listDocuments } from '~/features/documents/documents.functions'
import { listMembers } from '~/features/members/members.functions'
import { listProjects } from '~/features/projects/projects.functions'
import type { CommandGroup } from '~/ui/command-palette'

/** With one letter half of everything is found. */
const FEWEST_LETTERS = 2
/** Of each kind: whoever looks for more looks in the list. */
const MOST = 5

/** @returns what was found; nothing before two letters are typed */
export function useThings(text: string): { things: CommandGroup[]; isLooking: boolean } {
  const navigate = useNavigate()
  const access = useAccess()
  const search = text.trim().slice(0, 100)
  const asks = access !== null && search.length >= FEWEST_LETTERS
  const { data, isFetching } = useQuery({ ...thingsQuery(search, access), enabled: asks })
  if (!asks || data === undefined) return { things: [], isLooking: asks && isFetching }
  const { projects, documents, members } = data
  const things: CommandGroup[] = [
    {
      label: 'Projects',
      items: projects.map(({ id, name }) => ({
        id,
        label: name,
        nav: true,
        onSelect: () => void navigate({ to: '/projects/$projectId', params: { projectId: id } }),
      })),
    },
    {
      label: 'Documents',
      items: documents.map(({ id, title }) => ({
        id,
        label: title,
        nav: true,
        onSelect: () => void navigate({ to: '/documents/$documentId', params: { documentId: id } }),
      })),
    },
    {
      label: 'Members',
      items: members.map(({ id, name, email }) => ({
        id,
        label: name,
        note: email,
        nav: true,
        onSelect: () => void navigate({ to: '/members/$memberId', params: { memberId: id } }),
      })),
    },
  ]
  return { things: things.filter(({ items }) => items.length > 0), isLooking: isFetching }
}

/** Asks for no list that would be refused: a refusal would be on record as an attempt. */
const thingsQuery = (search: string, access: Access | null) =>
  queryOptions({
    queryKey: ['palette', search],
    queryFn: async () => {
      const data = { search }
      const [projects, documents, members] = await Promise.all([
        canAccess(access, 'projects:read') ? first(listProjects({ data })) : [],
        first(listDocuments({ data })),
        canAccess(access, 'users:read') ? first(listMembers({ data })) : [],
      ])
      return { projects, documents, members }
    },
    placeholderData: keepPreviousData,
  })

async function first<Row>(page: Promise<{ readonly rows: readonly Row[] }>): Promise<Row[]> {
  const { rows } = await page
  return rows.slice(0, MOST)
}
