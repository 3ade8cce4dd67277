import pg from "pg";
import { errorCode, StartError } from "#server/base/process/start-error.ts";

const OLDEST_SERVER = 150_000;

/** Opens a separate connection. Throws a StartError if the database can't be reached or is older than PostgreSQL 15. */
export async function connectChecked(url: string): Promise<pg.Client> {
  if (isMisread(url)) throw unreadable();
  const client = newClient(url);
  const place = `${client.host}:${client.port}/${client.database}`;
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(`the database at ${place} can't be used`, adviceFor(error), error);
  }
  const { rows } = await client.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  );
  const server = rows[0];
  if (server && server.number >= OLDEST_SERVER) return client;
  await client.end();
  throw new StartError(
    `the database at ${place} is PostgreSQL ${server?.version}, which is too old`,
    "Use PostgreSQL 15 or later, or unset DATABASE_URL to use the embedded one.",
  );
}

// Only the driver knows which addresses it can read: those of a socket file have no host.
function newClient(connectionString: string): pg.Client {
  try {
    return new pg.Client({ connectionString, connectionTimeoutMillis: 10_000, application_name: "afterword" });
  } catch (error) {
    throw unreadable(error);
  }
}

// A password with a character that ends the host would be split, and its parts named as host and database.
function isMisread(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash } = new URL(url);
  return `${pathname}${search}${hash}`.includes("@");
}

const unreadable = (cause?: unknown) =>
  new StartError(
    "DATABASE_URL isn't a valid URL",
    "Write it as postgresql://user:password@host:5432/database. In a password, write @ as %40, / as %2F, # as %23 and % as %25.",
    cause,
  );

function adviceFor(error: unknown): string {
  switch (errorCode(error)) {
    case "28P01":
    case "28000":
      return "Check the user and the password in DATABASE_URL, and that the server accepts this machine (pg_hba.conf).";
    case "3D000":
      return "Create that database first (createdb), or correct its name in DATABASE_URL.";
    default:
      return "Check that PostgreSQL runs and that the host and port in DATABASE_URL are right, or unset it to use the embedded one.";
  }
}
