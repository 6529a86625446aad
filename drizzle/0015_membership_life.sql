-- A document whose owner has left can be kept under their name.
ALTER TABLE "documents" ADD COLUMN "kept_name" text;--> statement-breakpoint
-- Whoever may end a membership may suspend it.
UPDATE permissions SET description = 'Suspend and remove members.' WHERE key = 'org:members:remove';
