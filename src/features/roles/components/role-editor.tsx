/** Changing a role: its words, its permissions, and whom that reaches before it is saved. */
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { isRoleKey, type Permission, permissionsBeyond, ROLE_TEMPLATES } from '~/authz'
import { ForeseenWindow } from '~/features/access/foreseen'
import { useAccess } from '~/features/access/use-permission'
import { useForeseen } from '~/features/access/use-foreseen'
import { Button } from '~/ui/button'
import { TextArea, TextField } from '~/ui/field'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Panel, Section } from '~/ui/section'
import { previewRoleChange, updateRole } from '../roles.functions'
import { PermissionEditor } from './permission-editor'
import type { Role } from './role-types'

interface Wanted {
  /** What it was made from: what is shown may be newer by the time it is confirmed. */
  readonly version: string
  readonly name: string
  readonly description: string
  readonly permissions: readonly Permission[]
}

interface RoleEditorProps {
  readonly role: Role
  /** Whether the plan allows it to grant more than it does. */
  readonly mayAdd: boolean
}

export function RoleEditor({ role, mayAdd }: RoleEditorProps) {
  const held = useAccess()?.permissions ?? new Set()
  const granted = new Set<Permission>(role.permissions)
  const { chosen, setChosen } = useChosen(role)
  const template = templateOf(role)
  const change = useForeseen({
    foresee: ({ permissions }: Wanted) =>
      previewRoleChange({ data: { roleId: role.id, permissions: [...permissions] } }),
    make: ({ permissions, ...words }, evenThoughItIsMe) =>
      updateRole({
        data: {
          roleId: role.id,
          ...words,
          permissions: [...permissions],
          evenThoughItIsMe,
        },
      }),
    // A name alone makes no role more like another.
    isWorthShowing: ({ permissions }, { similar }) =>
      similar.length > 0 && !isSame(permissions, role.permissions),
    done: `${role.name} saved`,
  })
  const mayGoBack =
    template !== null &&
    permissionsBeyond(held, template).length === 0 &&
    (mayAdd || permissionsBeyond(granted, template).length === 0) &&
    !(isSame(template, role.permissions) && isSame(template, [...chosen]))
  return (
    <Section
      title="What it grants"
      description="Switch a whole bundle or single permissions; the permissions are what is stored."
    >
      <Panel>
        <Form
          fn="roles.updateRole"
          label={`Change ${role.name}`}
          pending={change.pending}
          errors={change.errors}
          onSubmit={(values) =>
            change.submit({
              version: role.version,
              name: textOf(values, 'name'),
              description: textOf(values, 'description'),
              permissions: [...chosen],
            })
          }
        >
          {/* The words start anew with each version, and the button keeps the focus. */}
          <div key={role.version} className="grid gap-5 md:grid-cols-2">
            <TextField name="name" label="Name" defaultValue={role.name} required maxLength={60} />
            <TextArea
              name="description"
              label="Description"
              defaultValue={role.description}
              rows={2}
              maxLength={200}
            />
          </div>
          <PermissionEditor
            chosen={chosen}
            held={held}
            within={mayAdd ? null : granted}
            template={template}
            onChange={setChosen}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton>Save role</SubmitButton>
            {mayGoBack && (
              <Button
                type="button"
                fn="roles.updateRole"
                disabled={change.pending}
                onClick={({ currentTarget: { form } }) => {
                  // At once, for the form is sent with what is chosen.
                  flushSync(() => setChosen(new Set(template)))
                  // This button goes away once there is no difference; the other one stays.
                  form?.querySelector<HTMLElement>('[type=submit]')?.focus()
                  form?.requestSubmit()
                }}
              >
                Back to the template
              </Button>
            )}
          </div>
        </Form>
        <ForeseenWindow
          change={change}
          what="What it would grant"
          fn="roles.updateRole"
          title={`Save ${role.name}?`}
          confirmLabel="Save role"
        />
      </Panel>
    </Section>
  )
}

/** What is chosen so far, which starts anew with each version of the role. */
function useChosen({ version, permissions }: Role) {
  const [state, setState] = useState({ version, chosen: new Set<Permission>(permissions) })
  const current =
    state.version === version ? state : { version, chosen: new Set<Permission>(permissions) }
  if (current !== state) setState(current)
  return {
    chosen: current.chosen as ReadonlySet<Permission>, // only its copies are changed
    setChosen: (chosen: ReadonlySet<Permission>) => setState({ version, chosen: new Set(chosen) }),
  }
}

function isSame(some: readonly Permission[], others: readonly Permission[]): boolean {
  return some.length === others.length && some.every((permission) => others.includes(permission))
}

function templateOf({ templateKey }: Role): readonly Permission[] | null {
  return templateKey !== null && isRoleKey(templateKey)
    ? ROLE_TEMPLATES[templateKey].permissions
    : null
}
