import { rmSync } from "node:fs";
import { pino } from "pino";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#server/base/db/embedded.ts";
import { migrate } from "#server/base/db/migrate.ts";
import { bundleFolder } from "./bundle.ts";
import { onDatabase } from "./on-database.ts";
import { makeRunFolder, removeRunFolder, sweepRunFolders } from "./run-folder.ts";

const TEMPLATE = "afterword_template";

declare module "vitest" {
  interface ProvidedContext {
    /** The migrated, empty database that every test database is cloned from. */
    templateUrl: string;
  }
}

/**
 * Starts one PostgreSQL for the run, with one migrated template, and without fsync because it is deleted afterwards.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepRunFolders();
  const dataDir = makeRunFolder();
  const settings = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: "200" };
  const embedded = await startEmbedded({ dataDir, log: pino({ level: "silent" }), settings });
  const templateUrl = new URL(embedded.url);
  await onDatabase(embedded.url, (client) => client.query(`create database ${TEMPLATE}`));
  templateUrl.pathname = `/${TEMPLATE}`;
  await migrate(templateUrl.href);
  project.provide("templateUrl", templateUrl.href);
  return async () => {
    await embedded.stop();
    removeRunFolder(dataDir);
    rmSync(bundleFolder(), { recursive: true, force: true });
  };
}
