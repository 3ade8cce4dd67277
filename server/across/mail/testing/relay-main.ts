// A relay that can be killed: sends pending emails. Arguments: database address, mail server.
import pino from "pino";
import { uuidv7 } from "uuidv7";
import { openDatabase } from "#server/base/db/client.ts";
import { type Attempt, OutboxRelay } from "#server/base/outbox/index.ts";
import { mailNotification } from "../mail-notification.ts";

const [url = "", smtpUrl = ""] = process.argv.slice(2);
const { prisma } = openDatabase(url, { poolSize: 3, logPoolSize: 1 });
const log = pino({ level: "silent" });
const ctx = {
  actor: { kind: "system", label: "job" },
  db: prisma,
  now: () => new Date(),
  newId: uuidv7,
  log,
  requestId: null,
} as const;
const config = {
  smtpUrl,
  mailFrom: "Afterword <afterword@example.com>",
  publicUrl: "https://a.example",
  host: "",
  port: 0,
};

process.stdin.on("end", () => process.exit()).resume(); // never outlives the test
const handlers = {
  "notification.created": ({ notificationId }: { notificationId: string }, attempt: Attempt) =>
    mailNotification(ctx, config, { notificationId, attempt }),
};
const relay = new OutboxRelay(prisma, handlers, { claimSeconds: 2, patienceMs: 1000 });
for (;;) {
  await relay.drain().catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
