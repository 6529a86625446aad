/** Choosing an active member by name: what is typed is looked for on the server. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Combobox } from '~/ui/combobox'
import { membersQuery } from '../members.queries'

export interface MemberPickerProps {
  /** The field's, whose value is the id of the membership. */
  readonly name: string
  readonly label: string
  /** The accounts of those who are not offered. */
  readonly withoutUsers?: readonly (string | undefined)[]
  readonly onChange?: (memberId: string | null) => void
}

export function MemberPicker({ name, label, withoutUsers = [], onChange }: MemberPickerProps) {
  const [memberId, setMember] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const search = useDeferredValue(words.trim())
  const { data } = useQuery({
    ...membersQuery({ status: 'active', ...(search === '' ? {} : { search }) }),
    placeholderData: keepPreviousData,
  })
  const options = (data?.rows ?? [])
    .filter(({ userId }) => !withoutUsers.includes(userId))
    .map(({ id, name: label_, email }) => ({ value: id, label: label_, note: email }))
  return (
    <Combobox
      name={name}
      label={label}
      placeholder="Type a name"
      empty={data === undefined ? 'Looking…' : 'Nobody of that name.'}
      required
      value={memberId}
      options={options}
      onSearch={setWords}
      onChange={(chosen) => {
        setMember(chosen)
        onChange?.(chosen)
      }}
    />
  )
}
