import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ReviewVersion } from "#lib/contract/version.ts";
import { VersionList } from "./version-list.tsx";

const version = (number: number): ReviewVersion => ({
  ...{ number, kind: "named", name: `Draft ${number}`, status: null, createdAt: "2026-03-04T12:00:00Z" },
  ...{ createdBy: null, published: null, authors: [], changes: null },
});
const nothing = () => undefined;

it.each([
  ["all versions", null, "2 versions", "Named, 2<"],
  ["as many as are loaded and says that there are more", { load: nothing, busy: false }, "2+ versions", "Named, 2+"],
])("counts %s", (_, more, count, named) => {
  const html = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <VersionList versions={[version(2), version(1)]} to={null} from={2} onPick={nothing} more={more} />
    </QueryClientProvider>,
  );
  expect(html).toContain(count);
  expect(html).toContain(named);
});
