import { appendFileSync } from "node:fs";
import { it } from "vitest";
import { makeContext } from "#server/testing/make-context.ts";
import { testDatabase } from "#server/testing/test-database.ts";
import { loadDemo } from "./index.ts";
it("time", async () => {
  const database = await testDatabase();
  const t = performance.now(); const c = process.cpuUsage();
  await loadDemo(makeContext(database.prisma, { kind: "system", label: "demo" }), database.pool);
  const u = process.cpuUsage(c);
  appendFileSync("/tmp/p6/seedtime.txt", `${(performance.now() - t).toFixed(0)} ms wall, user ${u.user / 1000} sys ${u.system / 1000}\n`);
  await database.close();
}, 300000);
