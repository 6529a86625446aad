/** What becomes of the documents of somebody who goes. Nothing is chosen until somebody chooses. */
import { useState } from 'react'
import { usePermission } from '~/features/access/use-permission'
import { Notice } from '~/ui/notice'
import { RadioGroup } from '~/ui/radio-group'
import { MemberPicker } from './member-picker'

export interface DocumentsFieldsProps {
  /** Whose they are, by the account. */
  readonly userId: string
  /** What becomes of them that are given to nobody. */
  readonly otherwise: { readonly label: string; readonly hint: string }
  /** Whether the viewer may hand them on. */
  readonly mayGive: boolean
  /** It was sent before anything was chosen. */
  readonly isMissing: boolean
}

export function DocumentsFields({ userId, otherwise, mayGive, isMissing }: DocumentsFieldsProps) {
  const [choice, setChoice] = useState('')
  const seesMembers = usePermission('users:read')
  const gives = mayGive && seesMembers
  return (
    <>
      <RadioGroup
        name="documents"
        label="Documents"
        value={choice}
        onChange={setChoice}
        options={[
          { value: 'keep', ...otherwise },
          ...(gives ? [{ value: 'give', label: 'Give them to another member' }] : []),
        ]}
      />
      {isMissing && choice === '' && (
        <Notice tone="refused" title="Choose what becomes of the documents" live />
      )}
      {choice === 'give' && (
        <MemberPicker name="documentsTo" label="New owner" withoutUsers={[userId]} />
      )}
    </>
  )
}
