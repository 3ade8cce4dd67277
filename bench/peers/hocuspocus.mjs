// The peer of bench:collab: Hocuspocus as its manual sets it up, with the stock database extension on PostgreSQL.
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.PEER_DATABASE_URL, max: 10 });
await pool.query("CREATE TABLE IF NOT EXISTS documents (name text PRIMARY KEY, data bytea NOT NULL)");

const database = new Database({
  async fetch({ documentName }) {
    const { rows } = await pool.query("SELECT data FROM documents WHERE name = $1", [documentName]);
    return rows[0]?.data ?? null;
  },
  async store({ documentName, state }) {
    await pool.query(
      "INSERT INTO documents (name, data) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = EXCLUDED.data",
      [documentName, state],
    );
  },
});

// Without its own signal handling, SIGTERM simply ends the process. What it stores at a stop is not measured.
const server = new Server({ port: 0, address: "127.0.0.1", quiet: true, stopOnSignals: false, extensions: [database] });
await server.listen();
console.log(`Hocuspocus is ready at ws://127.0.0.1:${server.address.port}`);
