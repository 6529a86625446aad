/** Choosing an active member: of a page of them, and by name where there are more. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { TextField } from '~/ui/field'
import { Select } from '~/ui/select'
import { membersQuery } from '../members.queries'

export interface MemberPickerProps {
  /** The field's, whose value is the id of the membership. */
  readonly name: string
  readonly label: string
  /** The accounts of those who are not offered. */
  readonly withoutUsers?: readonly (string | undefined)[]
}

export function MemberPicker({ name, label, withoutUsers = [] }: MemberPickerProps) {
  const [words, setWords] = useState('')
  const search = useDeferredValue(words.trim())
  const { data } = useQuery({
    ...membersQuery({ status: 'active', ...(search === '' ? {} : { search }) }),
    placeholderData: keepPreviousData,
  })
  const isLong = words !== '' || data?.hasMore === true
  const options = (data?.rows ?? [])
    .filter(({ userId }) => !withoutUsers.includes(userId))
    .map(({ id, name: label_, email }) => ({ value: id, label: label_, note: email }))
  return (
    <>
      {isLong && (
        <TextField
          name="find"
          label="Find by name"
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <Select name={name} label={label} placeholder="Choose" required options={options} />
    </>
  )
}
