import pg from "pg";
import { errorCode, StartError } from "#server/start-error.ts";

const OLDEST_SERVER = 150_000;

/** One connection of its own. Throws a StartError when the database cannot be reached or is older than PostgreSQL 15. */
export async function connectChecked(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "afterword",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(`the database at ${withoutPassword(url)} cannot be used`, adviceFor(error), error);
  }
  const { rows } = await client.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  );
  const server = rows[0];
  if (server && server.number >= OLDEST_SERVER) return client;
  await client.end();
  throw new StartError(
    `the database at ${withoutPassword(url)} is PostgreSQL ${server?.version}, which is too old`,
    "Use PostgreSQL 15 or later, or unset DATABASE_URL to use the embedded one.",
  );
}

function adviceFor(error: unknown): string {
  switch (errorCode(error)) {
    case "28P01":
    case "28000":
      return "Check user and password in DATABASE_URL, and that the server lets this machine in (pg_hba.conf).";
    case "3D000":
      return "Create that database first (createdb), or correct its name in DATABASE_URL.";
    default:
      return "Check that PostgreSQL runs and that host and port in DATABASE_URL are right, or unset it to use the embedded one.";
  }
}

/** The address as it may be shown in a log. */
export function withoutPassword(url: string): string {
  const shown = new URL(url);
  return `${shown.host}${shown.pathname}`;
}
