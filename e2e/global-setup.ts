import { startServer } from "./server.ts";

/** One server with demo data for all journeys; AFTERWORD_E2E_URL tells the specs (as baseURL) where it is. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.AFTERWORD_E2E_URL) return undefined;
  const server = await startServer({ AFTERWORD_REQUESTS_PER_MINUTE: "100000" });
  process.env.AFTERWORD_E2E_URL = server.url;
  return () => server.stop();
}
