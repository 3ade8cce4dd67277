import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { projectRoot } from "#server/base/process/project-root.ts";

export interface SchemaFile {
  path: string;
  content: string;
}

interface EngineExports extends WebAssembly.Exports {
  __wbindgen_start(): void;
}

let loaded: Promise<void> | null = null;

// Prisma's schema engine as WebAssembly, so no program has to be downloaded for it.
async function load(): Promise<void> {
  const glue = "@prisma/schema-engine-wasm/schema_engine_bg";
  const wasm = readFileSync(new URL("./schema_engine_bg.wasm", import.meta.resolve(glue)));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": { ...engine } });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports as EngineExports).__wbindgen_start();
}

/** Returns the files of prisma/schema. */
export function schemaNow(): SchemaFile[] {
  const folder = join(projectRoot(), "prisma", "schema");
  const names = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
  return names.sort().map((path) => ({ path, content: readFileSync(join(folder, path), "utf8") }));
}

/**
 * Returns SQL that turns a database of the schema `from` (empty: no tables) into one of `to`. Needs any reachable
 * database at `url`.
 */
export async function diffSchemas(url: string, from: SchemaFile[], to: SchemaFile[]): Promise<string> {
  loaded ??= load();
  await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const datamodels = to.map((file): [string, string] => [file.path, file.content]);
  const schema = await engine.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    const { stdout } = await schema.diff({
      from: from.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: from },
      to: { tag: "schemaDatamodel", files: to },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout?.startsWith("-- This is an empty migration") ? "" : (stdout ?? "");
  } finally {
    schema.free();
  }
}
