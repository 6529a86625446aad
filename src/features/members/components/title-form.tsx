import { useAction } from '~/features/access/use-action'
import { TextField } from '~/ui/field'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { updateMemberProfile } from '../members.functions'
import type { Member } from './member-types'

export function TitleForm({ member }: { readonly member: Member }) {
  const { run, pending, errors } = useAction(updateMemberProfile, { done: 'Title saved' })
  return (
    <div className="mt-5 border-t border-line pt-5">
      <Form
        fn="members.updateMemberProfile"
        label={`Title of ${member.name}`}
        className="max-w-md"
        pending={pending}
        errors={errors}
        onSubmit={(values) =>
          run({ data: { memberId: member.id, title: textOf(values, 'title') } })
        }
      >
        <TextField
          key={member.title}
          name="title"
          label="Title"
          hint="What they do in this organization."
          defaultValue={member.title}
          maxLength={120}
        />
        <div>
          <SubmitButton look="secondary">Save title</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
