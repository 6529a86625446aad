-- What is promised counts as use. Until now a role took the invitations into it along when it was
-- deleted, without a word: the open ones, and the record of those that were accepted. Now an open one
-- must have a role, so the role can't go before it was given another; the others only forget which it was.
ALTER TABLE invitations DROP CONSTRAINT invitations_role;--> statement-breakpoint
ALTER TABLE invitations ALTER COLUMN role_id DROP NOT NULL;--> statement-breakpoint
ALTER TABLE invitations ADD CONSTRAINT invitations_role FOREIGN KEY (org_id, role_id)
  REFERENCES roles (org_id, id) ON DELETE SET NULL (role_id);--> statement-breakpoint
ALTER TABLE invitations ADD CONSTRAINT invitations_promise
  CHECK (status <> 'pending' OR role_id IS NOT NULL);--> statement-breakpoint
-- Whom it is for is still never rewritten. Into what: when the role is deleted. By whom: when
-- somebody else sends it again, since acceptance is checked against the inviter's rights.
GRANT UPDATE (role_id, inviter_id) ON invitations TO gatehouse_app;--> statement-breakpoint

-- Nobody becomes an owner by joining, whichever way the role of who joins was chosen.
ALTER TABLE roles ADD CONSTRAINT roles_default_is_not_owner CHECK (NOT (is_default AND is_owner));
--> statement-breakpoint

-- When a whole organization ends, its rows go in the order in which these keys were made. Its roles
-- after its invitations, of which the open ones must not be without a role even then.
ALTER TABLE roles DROP CONSTRAINT roles_org_id_organizations_id_fk;--> statement-breakpoint
ALTER TABLE roles ADD CONSTRAINT roles_org_id_organizations_id_fk FOREIGN KEY (org_id)
  REFERENCES organizations (id) ON DELETE CASCADE;
