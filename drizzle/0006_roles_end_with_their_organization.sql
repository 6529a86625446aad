ALTER TABLE "member_roles" DROP CONSTRAINT "member_roles_role";
--> statement-breakpoint
ALTER TABLE "member_roles" ADD CONSTRAINT "member_roles_role" FOREIGN KEY ("org_id","role_id") REFERENCES "public"."roles"("org_id","id") ON DELETE no action ON UPDATE no action;