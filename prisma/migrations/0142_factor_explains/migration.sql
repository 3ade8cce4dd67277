-- CreateEnum
CREATE TYPE "factor_explains" AS ENUM ('impact', 'duration', 'detection', 'response');

-- CreateEnum
CREATE TYPE "factor_actor" AS ENUM ('people', 'automation', 'agent');

-- AlterEnum
ALTER TYPE "factor_domain" ADD VALUE 'automation' BEFORE 'unknown';

-- AlterTable
ALTER TABLE "factor" ADD COLUMN     "explains" "factor_explains"[],
ADD COLUMN     "acted_by" "factor_actor";
