import { usePermission } from '~/features/access/use-permission'
import { Notice } from '~/ui/notice'

/** Said of a project that was archived, and of what is in it. */
export function ArchivedProject() {
  const mayRestore = usePermission('projects:write')
  return (
    <div className="mb-8">
      <Notice title="This project is archived">
        {mayRestore
          ? 'Everything in it can be read and nothing changed. Restore the project to go on.'
          : 'Everything in it can be read and nothing changed.'}
      </Notice>
    </div>
  )
}
