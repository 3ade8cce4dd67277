-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "promotion_rules" (
    "id" UUID NOT NULL,
    "incidents" INTEGER NOT NULL DEFAULT 2,
    "days" INTEGER NOT NULL DEFAULT 90,
    "budget_percent" INTEGER NOT NULL DEFAULT 20,
    "fixes" INTEGER NOT NULL DEFAULT 4,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "promotion_rules_pkey" PRIMARY KEY ("id")
);

-- By hand from here: what the schema language cannot say.

INSERT INTO "promotion_rules" ("id") VALUES ('01920000-0000-7000-8000-0000000000b2');
