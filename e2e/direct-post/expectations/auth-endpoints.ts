/**
 * Every endpoint that the authentication library has. Two are served; each of the others would be
 * a way around something: an account without an invitation, a session that chooses its tenant, a
 * password changed without knowing the old one.
 */
export const AUTH_ENDPOINTS: Readonly<Record<string, 'served' | 'not served'>> = {
  'POST /api/auth/sign-in/email': 'served',
  'POST /api/auth/sign-out': 'served',

  'GET /api/auth/account-info': 'not served',
  'GET /api/auth/callback/:id': 'not served',
  'POST /api/auth/callback/:id': 'not served',
  'POST /api/auth/change-email': 'not served',
  'POST /api/auth/change-password': 'not served',
  'POST /api/auth/delete-user': 'not served',
  'GET /api/auth/delete-user/callback': 'not served',
  'GET /api/auth/error': 'not served',
  'POST /api/auth/get-access-token': 'not served',
  'GET /api/auth/get-session': 'not served',
  'POST /api/auth/get-session': 'not served',
  'POST /api/auth/link-social': 'not served',
  'GET /api/auth/list-accounts': 'not served',
  'GET /api/auth/list-sessions': 'not served',
  'GET /api/auth/ok': 'not served',
  'POST /api/auth/refresh-token': 'not served',
  'POST /api/auth/request-password-reset': 'not served',
  'POST /api/auth/reset-password': 'not served',
  'GET /api/auth/reset-password/:token': 'not served',
  'POST /api/auth/revoke-other-sessions': 'not served',
  'POST /api/auth/revoke-session': 'not served',
  'POST /api/auth/revoke-sessions': 'not served',
  'POST /api/auth/send-verification-email': 'not served',
  'POST /api/auth/sign-in/social': 'not served',
  'POST /api/auth/sign-up/email': 'not served',
  'POST /api/auth/unlink-account': 'not served',
  'POST /api/auth/update-session': 'not served',
  'POST /api/auth/update-user': 'not served',
  'GET /api/auth/verify-email': 'not served',
  'POST /api/auth/verify-password': 'not served',
}
