import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ConditionTrend } from "./condition-trend.tsx";
import { condition, incidentOf } from "./testing/condition.ts";

it("names incidents a line apart where one is next to a larger one", () => {
  const incidents = [
    { ...incidentOf("INC-1"), minutes: 196 },
    { ...incidentOf("INC-2"), minutes: 10 },
  ];
  const html = renderToStaticMarkup(
    <NuqsTestingAdapter>
      <QueryClientProvider client={new QueryClient()}>
        <ConditionTrend condition={condition({ incidents })} />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  );
  const topOf = (key: string) => Number(new RegExp(`<text[^>]* y="([^"]+)"[^>]*>${key}`).exec(html)?.[1]);
  expect(topOf("INC-1") - topOf("INC-2")).toBe(14);
});
