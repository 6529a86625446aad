/** The permissions of a role, in bundles: a bundle sets its atoms, and the atoms are what is sent. */
import {
  BUNDLE_KEYS,
  type BundleKey,
  BUNDLES,
  bundleState,
  type Permission,
  PERMISSIONS,
} from '~/authz'
import { Badge } from '~/ui/badge'
import { Checkbox } from '~/ui/checkbox'
import { FilterChip } from '~/ui/filter-chips'
import { PermissionChip } from '~/ui/permission-chip'

export interface PermissionEditorProps {
  readonly chosen: ReadonlySet<Permission>
  readonly onChange: (chosen: ReadonlySet<Permission>) => void
  /** What the viewer holds: nobody gives more. */
  readonly held: ReadonlySet<Permission>
  /** Where the plan allows no more than the role grants: what it grants. Null where it does. */
  readonly within: ReadonlySet<Permission> | null
  /** What the template grants; null for a role that follows none. */
  readonly template: readonly Permission[] | null
}

export function PermissionEditor(props: PermissionEditorProps) {
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      {BUNDLE_KEYS.map((key) => (
        <BundleEditor key={key} bundle={key} {...props} />
      ))}
    </div>
  )
}

function BundleEditor({
  bundle,
  ...props
}: PermissionEditorProps & { readonly bundle: BundleKey }) {
  const { chosen, onChange } = props
  const { name, permissions } = BUNDLES[bundle]
  const atoms: readonly Permission[] = permissions
  const state = bundleState(bundle, chosen)
  const offered = atoms.filter((permission) => refusalOf(permission, props) === null)
  function setAll(on: boolean): void {
    const rest = [...chosen].filter((permission) => !offered.includes(permission))
    onChange(new Set(on ? [...rest, ...offered] : rest))
  }
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{name}</legend>
      <div className="mb-1 flex flex-wrap items-center gap-2">
        <FilterChip local on={state === 'all'} disabled={offered.length === 0} onChange={setAll}>
          {name}
        </FilterChip>
        <code className="font-mono text-xs text-ink-faint">{bundle}</code>
        {state === 'some' && <span className="text-xs text-ink-faint">in part</span>}
      </div>
      {atoms.map((permission) => (
        <Atom key={permission} permission={permission} {...props} />
      ))}
    </fieldset>
  )
}

/** Why a permission can't be switched; null for one that can. */
function refusalOf(
  permission: Permission,
  { held, within }: Pick<PermissionEditorProps, 'held' | 'within'>,
): string | null {
  if (!held.has(permission)) return 'You do not hold it, so you cannot give it.'
  return within === null || within.has(permission) ? null : 'Your plan does not let you add it.'
}

function Atom({ permission, chosen, onChange, held, within, template }: AtomProps) {
  const refusal = refusalOf(permission, { held, within })
  const isOn = chosen.has(permission)
  const differs = template !== null && template.includes(permission) !== isOn
  return (
    <Checkbox
      name="permission"
      value={permission}
      label={<PermissionChip name={permission} />}
      checked={isOn}
      disabled={refusal !== null}
      onChange={() => {
        const next = new Set(chosen)
        if (!next.delete(permission)) next.add(permission)
        onChange(next)
      }}
      hint={
        <>
          {PERMISSIONS[permission].description}{' '}
          {differs && (
            <Badge tone="accent">{isOn ? 'Added to the template' : 'Removed from it'}</Badge>
          )}
          {refusal}
        </>
      }
    />
  )
}

type AtomProps = PermissionEditorProps & { readonly permission: Permission }
