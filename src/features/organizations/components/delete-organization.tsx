import { leaveFor } from '~/features/access/refusals'
import { useAction } from '~/features/access/use-action'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Section } from '~/ui/section'
import { deleteOrganization } from '../organizations.functions'

export function DeleteOrganization({ name }: { readonly name: string }) {
  const { run, pending, errors } = useAction(deleteOrganization, { leave: () => leaveFor('/') })
  return (
    <Section title="End the organization">
      <div className="rounded-lg border border-refused/40 bg-surface p-5 shadow-raised">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <p className="max-w-xl text-sm text-ink-soft">
            Deletes every project, document, role and membership. Only the audit trail is kept. This
            cannot be undone.
          </p>
          <ConfirmDialog
            label="Delete organization"
            look="danger"
            title={`Delete ${name}?`}
            description="Everything in it is gone at once, for all its members."
            confirmLabel="Delete for good"
            typed={name}
            fn="organizations.deleteOrganization"
            pending={pending}
            errors={errors}
            onConfirm={(confirmName) => run({ data: { confirmName } })}
          />
        </div>
      </div>
    </Section>
  )
}
