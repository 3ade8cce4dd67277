// A worker that can be killed: processes pending deliveries, again and again. Argument: database address.
import pino from "pino";
import { uuidv7 } from "uuidv7";
import { openDatabase } from "#server/base/db/client.ts";
import { processDeliveries } from "../process-deliveries.ts";

const { prisma } = openDatabase(process.argv[2] ?? "", { poolSize: 2, logPoolSize: 1 });
const ctx = {
  actor: { kind: "system", label: "job" },
  db: prisma,
  now: () => new Date(),
  newId: uuidv7,
  log: pino({ level: "silent" }),
  requestId: null,
} as const;

process.stdin.on("end", () => process.exit()).resume(); // never outlives the test
for (;;) {
  const settled = await processDeliveries(ctx);
  console.log(`SETTLED ${settled}`);
  if (settled === 0) await new Promise((resolve) => setTimeout(resolve, 50));
}
