/** What a change of a role must say that it was made from: the role's version, and its template. */
export const VERSION_OF_ROLE = `concat_ws('-', r.version, md5(t.permissions))`

/** What it is read from. */
export const ROLES = 'roles r left join role_templates t on t.key = r.template_key'
