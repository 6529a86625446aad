-- The owner rule watches who holds the owner role. Which role that is, and whose membership a row is,
-- must then not be rewritten past it: the app's login changes what it has a reason to change.
REVOKE UPDATE ON roles FROM gatehouse_app;--> statement-breakpoint
REVOKE UPDATE ON memberships FROM gatehouse_app;--> statement-breakpoint
GRANT UPDATE (status, title, access_version, updated_at) ON memberships TO gatehouse_app;
