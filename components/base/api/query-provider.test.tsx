import { MutationObserver, onlineManager, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { afterEach, expect, it } from "vitest";
import { QueryProvider } from "./query-provider.tsx";

afterEach(() => onlineManager.setOnline(true));

let client: QueryClient | undefined;

function Probe() {
  client = useQueryClient();
  return null;
}

it("lets a write fail while the browser is offline, so its form says so and never sends it later without notice", async () => {
  renderToString(
    <QueryProvider>
      <Probe />
    </QueryProvider>,
  );
  if (!client) throw new Error("no client");
  onlineManager.setOnline(false);
  const write = new MutationObserver(client, { mutationFn: () => Promise.reject(new Error("no network")) });
  write.mutate().catch(() => undefined);
  await expect.poll(() => write.getCurrentResult()).toMatchObject({ status: "error", isPaused: false });
});
