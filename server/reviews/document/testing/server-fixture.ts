import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { EditStore } from "#lib/document/unsent-edits.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { runningCollab } from "../running-collab.ts";
import type { CollabServerOptions } from "../server.ts";
import { TestClient, until } from "./test-client.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

export interface ServerFixture {
  readonly database: TestDatabase;
  readonly server: TestServer;
  open(
    documentId: string,
    userId: string,
    options?: {
      schemaVersion?: number;
      headers?: Record<string, string>;
      as?: string;
      store?: EditStore;
      introduces?: Promise<unknown>;
    },
  ): TestClient;
  /** Delays every append of a document until the returned function is called. */
  holdAppends(documentId: string): Promise<() => Promise<void>>;
  /** Resolves when an append has arrived at the database and is delayed there. */
  appendWaits(): Promise<void>;
}

/** One database per file and one server per test. Clients and server end with the test. */
export function serverFixture(options: Partial<CollabServerOptions> = {}): ServerFixture {
  let database: TestDatabase;
  let server: TestServer;
  let clients: TestClient[] = [];
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    server = await startTestServer(database.pool, options);
  });
  afterEach(async () => {
    for (const client of clients) client.destroy();
    clients = [];
    await server.close();
  });
  return {
    get database() {
      return database;
    },
    get server() {
      return server;
    },
    open(documentId, userId, more = {}) {
      const client = new TestClient({ origin: server.origin, documentId, userId, ...more });
      clients.push(client);
      return client;
    },
    appendWaits: () =>
      until("an append waits", async () => {
        const { rows } = await database.pool.query(
          "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        return rows.length > 0;
      }),
    async holdAppends(documentId) {
      const holder = await database.pool.connect();
      await holder.query("BEGIN");
      await holder.query("SELECT 1 FROM document_head WHERE id = $1 FOR UPDATE", [documentId]);
      return async () => {
        await holder.query("COMMIT");
        holder.release();
      };
    },
  };
}

/** A server of which verbs know, as in a running process. */
export function runningServerFixture(): ServerFixture {
  const fixture = serverFixture();
  beforeEach(() => {
    runningCollab().server = fixture.server.collab;
  });
  afterEach(() => {
    runningCollab().server = null;
  });
  return fixture;
}
