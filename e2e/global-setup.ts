import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#lib/people/member/demo-accounts.ts";
import { apiOf } from "./fixtures/api.ts";
import { invite } from "./fixtures/people.ts";
import { cookieOf, openSession } from "./fixtures/session.ts";
import { startServer } from "./server.ts";

/**
 * Starts one server with demo data for all specs. AFTERWORD_E2E_URL tells the specs (as baseURL) where it is, and
 * AFTERWORD_E2E_ADMIN who invites their people. If a URL is already set, it is used as it is.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.AFTERWORD_E2E_URL;
  const server = given
    ? null
    : await startServer({
        AFTERWORD_REQUESTS_PER_MINUTE: "100000",
        // The API of the AI assistant is on this machine.
        AFTERWORD_PRIVATE_HOSTS: "127.0.0.1",
      });
  const url = given ?? server?.url ?? "";
  process.env.AFTERWORD_E2E_URL = url;
  const admin = DEMO_ACCOUNTS.find(({ role }) => role === "admin")?.email ?? "";
  const demo = apiOf(url, cookieOf(await openSession(url, admin, DEMO_PASSWORD)));
  // A demo account can't change everything about people's accounts.
  process.env.AFTERWORD_E2E_ADMIN = cookieOf((await invite(url, demo, "admin")).session);
  return server ? () => server.stop() : undefined;
}
