/** Draws the price list as an aligned table: features, then limits, one column a plan. */
import {
  COUNTED_QUOTAS,
  FEATURE_KEYS,
  FEATURES,
  PLAN_KEYS,
  planIncludes,
  planLimit,
  QUOTA_KEYS,
  QUOTAS,
} from '~/authz'

const FIRST = 24
const COLUMN = 13

const row = (label: string, cells: readonly string[], note = ''): string =>
  (label.padEnd(FIRST) + cells.map((cell) => cell.padEnd(COLUMN)).join('') + note).trimEnd()

const NOT_BUILT = 'not built yet'

export function plansTable(): string {
  return [
    row('', PLAN_KEYS),
    '',
    ...FEATURE_KEYS.map((feature) =>
      row(
        feature,
        PLAN_KEYS.map((plan) => (planIncludes(plan, feature) ? '✔' : '✘')),
        FEATURES[feature].built ? '' : NOT_BUILT,
      ),
    ),
    '',
    ...QUOTA_KEYS.map((quota) =>
      row(
        `${quota}${quota === 'documents' ? ' a month' : ''}`,
        PLAN_KEYS.map((plan) => String(planLimit(plan, quota) ?? 'no limit')),
        QUOTAS[quota].built ? '' : NOT_BUILT,
      ),
    ),
    '',
    `Counted: ${COUNTED_QUOTAS.join(', ')}`,
    '',
  ].join('\n')
}
