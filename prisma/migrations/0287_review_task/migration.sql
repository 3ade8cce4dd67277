-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "tasks_number" INTEGER;

-- CreateTable
CREATE TABLE "review_task" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "from_template" BOOLEAN NOT NULL DEFAULT false,
    "role" TEXT,
    "owner_id" UUID,
    "days" INTEGER,
    "after" TEXT,
    "due_on" DATE,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "late_told" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_task_review_id_position_idx" ON "review_task"("review_id", "position");

-- CreateIndex
CREATE INDEX "review_task_owner_id_idx" ON "review_task"("owner_id");

-- AddForeignKey
ALTER TABLE "review_task" ADD CONSTRAINT "review_task_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_task" ADD CONSTRAINT "review_task_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_task" ADD CONSTRAINT "review_task_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

-- Reviews that are still written get the tasks of their template. Those of a published one would all be late.
INSERT INTO review_task (id, review_id, title, position, from_template, role, owner_id, days, after, created_at)
SELECT gen_random_uuid(), r.id, t.task->>'title', (t.number - 1)::integer, true, t.task->'who'->>'role', u.id,
       (t.task->>'days')::integer, t.task->>'after', r.created_at
  FROM review r
  JOIN template_version v ON v.slug = r.template AND v.number = r.template_number
 CROSS JOIN LATERAL jsonb_array_elements(v.content->'tasks') WITH ORDINALITY AS t(task, number)
  LEFT JOIN "user" u ON u.id::text = t.task->'who'->>'userId'
 WHERE r.status IN ('draft', 'in_review', 'reviewed');
