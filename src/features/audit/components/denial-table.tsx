import { PermissionChip } from '~/ui/permission-chip'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import type { listDenials } from '../audit.functions'

type Denial = Awaited<ReturnType<typeof listDenials>>['rows'][number]

export function DenialTable({ denials }: { readonly denials: readonly Denial[] }) {
  return (
    <Table
      caption="Denials"
      head={
        <>
          <HeadCell>Tried</HeadCell>
          <HeadCell>Who</HeadCell>
          <HeadCell wide>Missing</HeadCell>
          <HeadCell wide>When</HeadCell>
        </>
      }
    >
      {denials.map(({ id, at, entrance, code, permission, name }) => (
        <tr key={id}>
          <RowHead>
            <code className="font-mono text-xs wrap-anywhere">{entrance}</code>
            <span className="block font-normal text-ink-faint">{code.replaceAll('_', ' ')}</span>
            <span className="block font-normal text-ink-faint md:hidden">
              <Time at={at} exact />
            </span>
            {permission !== null && (
              <div className="mt-1 font-normal md:hidden">
                <PermissionChip name={permission} held={false} />
              </div>
            )}
          </RowHead>
          <Cell>{name ?? 'Not a member'}</Cell>
          <Cell wide>
            {permission === null ? '' : <PermissionChip name={permission} held={false} />}
          </Cell>
          <Cell wide>
            <Time at={at} exact />
          </Cell>
        </tr>
      ))}
    </Table>
  )
}
