/** The header in which a page says which organization it was rendered for. See tenant.ts. */
export const ORGANIZATION_HEADER = 'x-gatehouse-organization'
