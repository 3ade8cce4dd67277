import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { reads } from "#components/base/api/client.ts";
import type { Calendar } from "#lib/contract/calendar.ts";
import { Policies } from "./policies.tsx";

it("shows the business calendars by which policies count days", () => {
  const calendar: Calendar = {
    ...{ id: "acme", team: null, timeZone: "Europe/Dublin", workingDays: [1, 2, 3, 4, 5], version: 1 },
    ...{ country: null, region: null, placeName: null, closedDays: [] },
    ahead: { from: "2017-02-01", until: "2018-05-02", fifthDay: "2017-02-08", daysOff: [] },
  };
  const client = new QueryClient();
  client.setQueryData(reads.calendar.list().queryKey, { items: [calendar] });
  const page = renderToString(
    <NuqsTestingAdapter>
      <QueryClientProvider client={client}>
        <Policies />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  );
  expect(page).toContain("Business calendars");
  expect(page).toContain("Europe/Dublin");
});
