import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { reads } from "#components/base/api/client.ts";
import type { Me } from "#lib/contract/me.ts";
import { useDayOf } from "./use-today.ts";

const ME: Me = {
  ...{
    id: "me",
    email: "me@example.com",
    name: "Me",
    role: "member",
    singleKeys: true,
    digestHour: 7,
    digestDays: [1],
  },
  ...{ teams: [], may: [], unread: 0, demo: false, timeZone: "UTC" },
};

function Probe() {
  return useDayOf()("2026-11-27T23:30:00Z");
}

it.each([
  ["Pacific/Auckland", "2026-11-28"],
  ["America/New_York", "2026-11-27"],
])("a moment is on the day that it was in the reader's time zone: %s", (timeZone, day) => {
  const client = new QueryClient();
  client.setQueryData(reads.me.get().queryKey, { ...ME, timeZone });
  const shown = renderToString(
    <QueryClientProvider client={client}>
      <Probe />
    </QueryClientProvider>,
  );
  expect(shown).toBe(day);
});
