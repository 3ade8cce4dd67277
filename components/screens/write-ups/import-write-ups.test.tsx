import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { renderToString } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { ImportWriteUps } from "./import-write-ups.tsx";

vi.mock("#components/follow/write-up/use-write-ups.ts", async (original) => ({
  ...(await original<object>()),
  useSendWriteUps: () => ({
    ...{ send: () => undefined, forget: () => undefined, isSending: false, sent: 0 },
    refused: [{ name: "mail.docx", reason: "This file is empty" }],
  }),
}));

it.each(["", "?job=0198c0de-0000-7000-8000-000000000001"])(
  "says why a file was rejected, also over reports: %s",
  (url) => {
    const shown = renderToString(
      <NuqsTestingAdapter searchParams={url}>
        <QueryClientProvider client={new QueryClient()}>
          <ImportWriteUps />
        </QueryClientProvider>
      </NuqsTestingAdapter>,
    );
    expect(shown.replace(/<!--.*?-->/g, "")).toContain("mail.docx: This file is empty");
  },
);
