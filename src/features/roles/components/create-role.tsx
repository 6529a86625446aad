/** Making a role: always from a template, which it then follows. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  isRoleKey,
  nearlyTheSame,
  permissionsBeyond,
  ROLE_KEYS,
  ROLE_TEMPLATES,
  type RoleKey,
} from '~/authz'
import { Similar } from '~/features/access/similar'
import { useAction } from '~/features/access/use-action'
import { useAccess } from '~/features/access/use-permission'
import { TextArea, TextField } from '~/ui/field'
import { textOf } from '~/ui/form'
import { FormDialog } from '~/ui/form-dialog'
import { Select } from '~/ui/select'
import { createRole } from '../roles.functions'
import type { Role } from './role-types'

export function CreateRole({ roles }: { readonly roles: readonly Role[] }) {
  const navigate = useNavigate()
  const held = useAccess()?.permissions ?? new Set()
  const { run, pending, errors } = useAction(createRole, {
    done: 'Role created',
    onDone: ({ id }) => navigate({ to: '/roles/$roleId', params: { roleId: id } }),
  })
  // Nobody makes a role that grants more than they hold.
  const templates = ROLE_KEYS.filter(
    (key) => permissionsBeyond(held, ROLE_TEMPLATES[key].permissions).length === 0,
  )
  return (
    <FormDialog
      label="New role"
      look="primary"
      title="New role"
      submitLabel="Create"
      fn="roles.createRole"
      pending={pending}
      errors={errors}
      onSubmit={(values) => {
        const template = textOf(values, 'template')
        return run({
          data: {
            template: isRoleKey(template) ? template : 'viewer',
            name: textOf(values, 'name'),
            slug: textOf(values, 'slug'),
            description: textOf(values, 'description'),
          },
        })
      }}
    >
      <Template keys={templates} roles={roles} />
      <NameAndSlug />
      <TextArea name="description" label="Description" rows={2} maxLength={200} />
    </FormDialog>
  )
}

interface TemplateProps {
  readonly keys: readonly RoleKey[]
  readonly roles: readonly Role[]
}

/** What it starts as, and which roles it is like before it is changed. */
function Template({ keys, roles }: TemplateProps) {
  const [chosen, setChosen] = useState<RoleKey>('viewer')
  // The closest alone: nothing has been changed yet.
  const similar = nearlyTheSame(ROLE_TEMPLATES[chosen].permissions, roles).slice(0, 1)
  return (
    <>
      <Select
        name="template"
        label="Starts as"
        hint="It follows this template until you detach it; what you change are differences."
        value={chosen}
        onChange={(key) => {
          if (isRoleKey(key)) setChosen(key)
        }}
        options={keys.map((key) => ({ value: key, label: ROLE_TEMPLATES[key].name }))}
      />
      <Similar
        what="Until you change it, it"
        roles={similar.map(({ role: { id, name }, differsBy }) => ({ id, name, differsBy }))}
      />
    </>
  )
}

/** The slug follows the name until somebody writes one. */
function NameAndSlug() {
  const [name, setName] = useState('')
  const [slug, setSlug] = useState<string>()
  return (
    <>
      <TextField
        name="name"
        label="Name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        minLength={2}
        maxLength={60}
      />
      <TextField
        name="slug"
        label="Slug"
        hint="What integrations call it, such as “press-office”. It stays for good."
        value={slug ?? slugOf(name)}
        onChange={(event) => setSlug(event.currentTarget.value)}
        required
        minLength={2}
        maxLength={40}
        spellCheck={false}
      />
    </>
  )
}

/** @returns the name as a slug: `Équipe Presse` becomes `equipe-presse` */
function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^[^a-z]+|-$/g, '')
}
