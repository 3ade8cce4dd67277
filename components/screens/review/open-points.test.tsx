import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { reads } from "#components/base/api/client.ts";
import { ReviewScopeProvider } from "#components/reviews/review/review-scope.tsx";
import type { Factor } from "#lib/contract/factor.ts";
import type { HintDismissal } from "#lib/contract/hint.ts";
import type { Review, StaleDraft } from "#lib/contract/review.ts";
import { OpenPoints, type OpenPointsProps } from "./open-points.tsx";
import { useChangedFacts } from "./use-open-points.ts";

const nothing = () => undefined;
const factor = (id: string, ...codes: ("no_evidence" | "no_answer")[]) =>
  ({ id, holes: codes.map((code) => ({ code, message: "" })) }) as unknown as Factor;

function Points({ points, isEditable }: { points: Partial<OpenPointsProps>; isEditable: boolean }) {
  const changed = useChangedFacts("REV-1", isEditable);
  const hints = { count: 0, hidden: [], next: nothing, restore: nothing };
  const none = { editor: null, factors: [], comments: 0, onNextComment: nothing, onNext: nothing };
  return <OpenPoints {...none} {...{ hints, changed }} {...points} />;
}

function shown(points: Partial<OpenPointsProps>, stale: Pick<StaleDraft, "key" | "kind">[] = [], isEditable = true) {
  const client = new QueryClient();
  client.setQueryData(reads.review.staleDrafts("REV-1").queryKey, { items: stale as StaleDraft[], gaps: [] });
  const scope = { review: { key: "REV-1" } as Review, addAction: nothing, openFactor: nothing, openLearning: nothing };
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <ReviewScopeProvider value={scope}>
        <Points points={points} isEditable={isEditable} />
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
      "Next open point",
    ])
      expect(words).toContain(one);
  });

  it("have nothing to go to if hints are only dismissed", () => {
    const dismissed = { id: "1", pattern: "p", sentence: null, message: "m", reason: "" } as unknown as HintDismissal;
    const words = shown({ hints: { count: 0, hidden: [dismissed], next: nothing, restore: nothing } });
    expect(words).toContain("1 dismissed hint");
    expect(words).not.toContain("Next open point");
  });

  it("leave changed facts out for those who can't write", () => {
    expect(shown({ comments: 1 }, [{ key: "impact", kind: "edited" }], false)).not.toContain("changed facts");
  });
});
