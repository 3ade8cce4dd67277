import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#server/base/process/project-root.ts";

export interface Migration {
  name: string;
  sql: string;
  /** As Prisma computes it: SHA-256 of the script, in hex. */
  checksum: string;
}

/** Returns the migrations of this version of Afterword, oldest first. */
export function readMigrations(folder = join(projectRoot(), "prisma", "migrations")): Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}
