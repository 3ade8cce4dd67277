// Writes prisma/migrations/<next number>_NAME/migration.sql: from the schema of the last commit to the schema now.
// Run again with the same NAME before committing, it rewrites the generated part and keeps the text outside the
// markers.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { startEmbedded } from "../server/base/db/embedded.ts";
import { diffSchemas, schemaNow } from "../server/testing/schema-diff.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const migrations = join(root, "prisma/migrations");
const FIRST = "-- By hand up to here: what must be there first.\n";
const LAST = "-- By hand from here: what the schema language cannot say.\n";

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Usage: npm run migration -- NAME   (lower case, digits and _)");
  process.exit(2);
}

const folder = folderFor(name);
const sql = await withScratchDatabase((url) => diffSchemas(url, schemaAtLastCommit(), schemaNow()));
const path = join(migrations, folder, "migration.sql");
const before = existsSync(path) ? readFileSync(path, "utf8") : "";
const byHandFirst = before.includes(FIRST) ? before.slice(0, before.indexOf(FIRST)) : "";
const byHandLast = before.includes(LAST) ? before.slice(before.indexOf(LAST) + LAST.length) : "";
mkdirSync(join(migrations, folder), { recursive: true });
writeFileSync(path, `${byHandFirst}${FIRST}\n${sql.trimEnd()}\n\n${LAST}${byHandLast}`);
const lock = join(migrations, "migration_lock.toml");
if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n');
console.log(`Wrote prisma/migrations/${folder}/migration.sql`);

function folderFor(wanted) {
  mkdirSync(migrations, { recursive: true });
  const names = readdirSync(migrations)
    .filter((entry) => /^\d{4}_/.test(entry))
    .sort();
  const same = names.find((entry) => entry.slice(5) === wanted);
  if (same && git("ls-files", `prisma/migrations/${same}`) !== "") {
    console.error(
      `${same} is committed: a migration that others may have applied is never changed. Choose another name.`,
    );
    process.exit(1);
  }
  const last = Number(names.at(-1)?.slice(0, 4) ?? 0);
  return same ?? `${String(last + 1).padStart(4, "0")}_${wanted}`;
}

function schemaAtLastCommit() {
  const files = git("ls-tree", "--name-only", "HEAD", "prisma/schema/")
    .split("\n")
    .filter((file) => file.endsWith(".prisma"));
  return files.map((file) => ({ path: file.split("/").at(-1), content: git("show", `HEAD:${file}`) }));
}

function git(...args) {
  return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

async function withScratchDatabase(work) {
  const dataDir = mkdtempSync(join(tmpdir(), "afterword-migration-"));
  execFileSync("chmod", ["755", dataDir]);
  const database = await startEmbedded({ dataDir, log: pino({ level: "silent" }), settings: { fsync: "off" } });
  try {
    return await work(database.url);
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
