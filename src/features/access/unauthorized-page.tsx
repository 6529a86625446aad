/** Says which permission was missing, what the person has instead, and who could change that. */
import { Link } from '@tanstack/react-router'
import { type Permission, PERMISSIONS } from '~/authz'
import { buttonClass } from '~/ui/button'
import { Fact, Facts } from '~/ui/facts'
import { PageHeader } from '~/ui/page-header'
import { PermissionChip } from '~/ui/permission-chip'
import { Panel } from '~/ui/section'
import { useAnyPermission, useViewer } from './use-permission'

export interface UnauthorizedPageProps {
  readonly permission: Permission | undefined
  /** The page that was refused. */
  readonly from: string | undefined
  /** Who could give the permission. */
  readonly granters: readonly { readonly name: string }[]
}

export function UnauthorizedPage({ permission, from, granters }: UnauthorizedPageProps) {
  const { organization, roles } = useViewer()
  // Somebody may have given it in the meantime.
  const isHeld = useAnyPermission(permission === undefined ? [] : [permission])
  const where = organization?.name ?? 'this organization'
  return (
    <>
      <PageHeader
        title={isHeld ? 'You may open that page now' : 'You can’t open that page'}
        description={
          isHeld
            ? `Your roles at ${where} include what it takes.`
            : `Your roles at ${where} do not include what it takes.`
        }
      />
      <Panel>
        <Facts>
          {permission !== undefined && (
            <Fact name={isHeld ? 'Needed' : 'Missing'}>
              <PermissionChip name={permission} held={isHeld} />
              <span className="mt-1 block text-ink-soft">
                {PERMISSIONS[permission].description}
              </span>
            </Fact>
          )}
          <Fact name={`Your roles at ${where}`}>
            {roles.length === 0 ? 'None' : roles.map(({ name }) => name).join(', ')}
          </Fact>
          {permission !== undefined && !isHeld && (
            <Fact name="Who can give it">
              {granters.length === 0
                ? 'Nobody here at the moment.'
                : granters.map(({ name }) => name).join(', ')}
            </Fact>
          )}
        </Facts>
      </Panel>
      <div className="mt-6 flex flex-wrap gap-2">
        <Link to="/" className={buttonClass('primary')}>
          Dashboard
        </Link>
        {from !== undefined && (
          <Link to={from} className={buttonClass()}>
            Try again
          </Link>
        )}
      </div>
    </>
  )
}
