import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { reads } from "#components/base/api/client.ts";
import { ReviewScopeProvider } from "#components/reviews/review/review-scope.tsx";
import type { Factor } from "#lib/contract/factor.ts";
import type { Review, StaleDraft } from "#lib/contract/review.ts";
import { OpenPoints, type OpenPointsProps } from "./open-points.tsx";

const nothing = () => undefined;
const factor = (id: string, ...codes: ("no_evidence" | "no_answer")[]) =>
  ({ id, holes: codes.map((code) => ({ code, message: "" })) }) as unknown as Factor;

function shown(points: Partial<OpenPointsProps>, stale: Pick<StaleDraft, "key" | "kind">[] = [], isEditable = true) {
  const client = new QueryClient();
  client.setQueryData(reads.review.staleDrafts("REV-1").queryKey, { items: stale as StaleDraft[], gaps: [] });
  const scope = { review: { key: "REV-1" } as Review, addAction: nothing, openFactor: nothing, openLearning: nothing };
  const hints = { count: 0, hidden: [], next: nothing, restore: nothing };
  const editor = { isEditable } as Editor;
  const props = { ...{ editor, factors: [], hints, comments: 0, onNextComment: nothing }, ...points };
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <ReviewScopeProvider value={scope}>
        <OpenPoints {...props} />
      </ReviewScopeProvider>
    </QueryClientProvider>,
  )
    .replace(/<[^>]+>/g, "|")
    .replace(/\|+/g, "|");
}

describe("the open points of a text", () => {
  it("are nothing without any", () => {
    expect(shown({ factors: [factor("a", "no_answer")] })).toBe("");
  });

  it("are counted by kind", () => {
    const hints = { count: 2, hidden: [], next: nothing, restore: nothing };
    const factors = [factor("a", "no_evidence"), factor("b"), factor("c", "no_evidence", "no_answer")];
    const words = shown({ factors, hints, comments: 3 }, [
      { key: "impact", kind: "edited" },
      { key: "trigger", kind: "missing" },
      { key: "roles", kind: "outdated" },
    ]);
    for (const one of [
      "1 section with changed facts",
      "2 factors without evidence",
      "2 wording hints",
      "3 open comments",
    ])
      expect(words).toContain(one);
  });

  it("leave changed facts out for those who can't write", () => {
    expect(shown({ comments: 1 }, [{ key: "impact", kind: "edited" }], false)).not.toContain("changed facts");
  });
});
