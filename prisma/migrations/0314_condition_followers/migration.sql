-- CreateTable
CREATE TABLE "condition_follower" (
    "canonical_factor_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "condition_follower_pkey" PRIMARY KEY ("canonical_factor_id","user_id")
);

-- CreateIndex
CREATE INDEX "condition_follower_user_id_idx" ON "condition_follower"("user_id");

-- AddForeignKey
ALTER TABLE "condition_follower" ADD CONSTRAINT "condition_follower_canonical_factor_id_fkey" FOREIGN KEY ("canonical_factor_id") REFERENCES "canonical_factor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "condition_follower" ADD CONSTRAINT "condition_follower_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
