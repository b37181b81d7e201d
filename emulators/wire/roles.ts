/** Whose turn each entry of a request's list is; an entry without a role has an empty one. */
export function rolesOf(body: unknown, field: 'messages' | 'contents'): readonly string[] {
  const list: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, field) : undefined
  if (!Array.isArray(list)) return []
  return list.map((entry: unknown) => {
    const role: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'role') : undefined
    return typeof role === 'string' ? role : ''
  })
}

/** Whether somebody speaks twice in a row. */
export function repeats(roles: readonly string[]): boolean {
  return roles.some((role, index) => role !== '' && role === roles[index - 1])
}
