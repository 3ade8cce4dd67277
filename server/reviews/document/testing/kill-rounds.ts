import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createDocument } from "../log/create-document.ts";
import { readDocument } from "../log/read-document.ts";
import { retryTransient } from "../log/retry.ts";
import { ServerProcess } from "./server-process.ts";
import { until } from "./test-client.ts";
import { BLANK } from "./test-server.ts";
import { Typist } from "./typist.ts";

export interface KillOptions {
  databaseUrl: string;
  rounds: number;
  /** Kills the database instead of the server. It restarts automatically. */
  killDatabase?: () => Promise<void>;
  onRound?: (round: KillRound) => void;
}

export interface KillRound {
  shownAsSaved: number;
  lost: string[];
}

export interface KillReport {
  rounds: KillRound[];
  /** Every tab shows the committed text in the end, with all edits saved. */
  converged: boolean;
}

const TYPISTS = 5;
const EDITS_PER_SECOND = 25;
const DATABASE_BACK_MS = 30_000;

/**
 * Five people type, and server or database is killed at a random moment. Then the database is checked for every edit
 * that a tab had shown as saved by then. Tabs keep running and connect again.
 */
export async function runKillRounds({ databaseUrl, rounds, killDatabase, onRound }: KillOptions): Promise<KillReport> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on("error", () => undefined);
  const documentId = randomUUID();
  await createDocument(pool, { documentId, json: BLANK });
  const server = new ServerProcess(databaseUrl);
  await server.start();
  const typists = Array.from({ length: TYPISTS }, (_, i) => new Typist(`t${i}`, server.origin, documentId));
  const committedText = async () => {
    const read = await retryTransient(() => readDocument(pool, documentId), DATABASE_BACK_MS);
    return JSON.stringify(read?.json);
  };

  async function round(): Promise<KillRound> {
    await sleep(300 + Math.random() * 1500);
    await (killDatabase ? killDatabase() : server.kill());
    await sleep(150); // responses in the sockets' buffers still count as shown
    const shown = typists.map((typist) => ({ typist, saved: typist.shownAsSaved() }));
    const text = await committedText();
    const lost = shown.flatMap(({ typist, saved }) => typist.lostIn(text, saved));
    if (!killDatabase) await server.start();
    await Promise.all(
      typists.map(({ client }) => until("a tab is back", () => client.save !== "offline", DATABASE_BACK_MS)),
    );
    return { shownAsSaved: shown.reduce((sum, { saved }) => sum + saved.length, 0), lost };
  }

  try {
    await Promise.all(typists.map(({ client }) => client.loaded()));
    for (const typist of typists) typist.start(EDITS_PER_SECOND);
    const report: KillReport = { rounds: [], converged: false };
    for (let i = 0; i < rounds; i++) {
      const done = await round();
      report.rounds.push(done);
      onRound?.(done);
    }
    for (const typist of typists) typist.stop();
    await Promise.all(
      typists.map(({ client }) => until("a tab is saved", () => client.save === "saved", DATABASE_BACK_MS)),
    );
    const text = await committedText();
    await until("all tabs show the same text", () => typists.every(({ client }) => client.text() === text)).then(
      () => (report.converged = true),
      () => undefined,
    );
    return report;
  } finally {
    for (const typist of typists) {
      typist.stop();
      typist.client.destroy();
    }
    await server.kill();
    await pool.end();
  }
}
