// Prisma's schema engine as WebAssembly: computes SQL between two schemas without a downloaded program.
import { readFileSync } from "node:fs";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

let isLoaded = false;

async function load() {
  if (isLoaded) return;
  const wasm = new URL("./schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  isLoaded = true;
}

/** SQL that turns a database of the schema `from` into one of `to`; each a list of {path, content}, `from` may be empty. */
export async function diffSchemas(url, from, to) {
  await load();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const datamodels = to.map((file) => [file.path, file.content]);
  const schema = await engine.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  const { stdout } = await schema.diff({
    from: from.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: from },
    to: { tag: "schemaDatamodel", files: to },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout?.startsWith("-- This is an empty migration") ? "" : (stdout ?? "");
}
