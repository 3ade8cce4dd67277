import { existsSync } from "node:fs";
import { join } from "node:path";
import { config } from "#server/base/process/config.ts";
import { projectRoot } from "#server/base/process/project-root.ts";
import { WorkerPool } from "./pool.ts";

const shared = globalThis as typeof globalThis & { afterwordWorkers?: WorkerPool; afterwordWorkerEntry?: string };

/** The workers of this process, shared by the server and Next's bundles. */
export function workers(): WorkerPool {
  shared.afterwordWorkers ??= new WorkerPool(shared.afterwordWorkerEntry ?? entryOf(), config().workers);
  return shared.afterwordWorkers;
}

/** Sets where the bundled worker of this program is, before the first task. */
export function setWorkerEntry(path: string): void {
  if (existsSync(path)) shared.afterwordWorkerEntry = path;
}

/** The bundle from `npm start`, or the sources, which Node reads directly, everywhere else. */
function entryOf(): string {
  const built = join(projectRoot(), "dist", "worker.js");
  return config().mode === "production" && existsSync(built) ? built : join(projectRoot(), "server", "worker.ts");
}

/** Ends the workers, if there are any. */
export async function closeWorkers(): Promise<void> {
  await shared.afterwordWorkers?.close();
  delete shared.afterwordWorkers;
}
