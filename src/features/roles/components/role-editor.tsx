/** Changing a role: its words, its permissions, and who that would reach before it is saved. */
import { useState } from 'react'
import { isRoleKey, type Permission, ROLE_TEMPLATES } from '~/authz'
import { Impact } from '~/features/access/impact'
import { useAction } from '~/features/access/use-action'
import { useAnswer } from '~/features/access/use-answer'
import { useAccess } from '~/features/access/use-permission'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/checkbox'
import { TextArea, TextField } from '~/ui/field'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Panel, Section } from '~/ui/section'
import { showToast } from '~/ui/toast'
import { previewRoleChange, updateRole } from '../roles.functions'
import { PermissionEditor } from './permission-editor'
import type { Role } from './role-types'
import { Similar } from './similar'

export function RoleEditor({ role }: { readonly role: Role }) {
  const held = useAccess()?.permissions ?? new Set()
  const [chosen, setChosen] = useState<ReadonlySet<Permission>>(new Set(role.permissions))
  const preview = useAnswer(previewRoleChange)
  const { run, pending, errors } = useAction(updateRole, {
    done: `${role.name} saved`,
    onDone: ({ similar: [nearest] }) => {
      if (nearest !== undefined) {
        showToast({
          tone: 'limited',
          title: `Differs from ${nearest.name} by ${nearest.differsBy}`,
        })
      }
    },
  })
  const permissions = [...chosen]
  return (
    <Section
      title="What it grants"
      description="Switch a whole bundle or single permissions; the permissions are what is stored."
    >
      <Panel>
        <Form
          fn="roles.updateRole"
          label={`Change ${role.name}`}
          pending={pending}
          errors={errors}
          onSubmit={(values) =>
            run({
              data: {
                roleId: role.id,
                version: role.version,
                name: textOf(values, 'name'),
                description: textOf(values, 'description'),
                permissions,
                evenThoughItIsMe: values.has('meant'),
              },
            })
          }
        >
          <div className="grid gap-5 md:grid-cols-2">
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
            template={templateOf(role)}
            onChange={(next) => {
              setChosen(next)
              preview.forget()
            }}
          />
          {preview.answer !== undefined && (
            <>
              <Impact {...preview.answer} />
              <Similar roles={preview.answer.similar} />
              {preview.answer.takesFromMe && (
                <Checkbox name="meant" label="I mean to change my own access" />
              )}
            </>
          )}
          <div className="flex flex-wrap gap-3">
            <Button
              type="button"
              fn="roles.previewRoleChange"
              pending={preview.pending}
              onClick={() => void preview.ask({ data: { roleId: role.id, permissions } })}
            >
              Show who it reaches
            </Button>
            <SubmitButton>Save role</SubmitButton>
          </div>
        </Form>
      </Panel>
    </Section>
  )
}

function templateOf({ templateKey }: Role): readonly Permission[] | null {
  return templateKey !== null && isRoleKey(templateKey)
    ? ROLE_TEMPLATES[templateKey].permissions
    : null
}
