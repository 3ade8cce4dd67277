import { ORPCError } from "@orpc/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onSignInAsked, signedInAgain, tellDeclined, tellSignedIn } from "./signed-out.ts";

// The library renders notices into a page, and there is none.
vi.mock("sonner", () => ({ toast: { custom: vi.fn(), dismiss: vi.fn() }, Toaster: null }));

const refusal = new ORPCError("UNAUTHENTICATED", {
  status: 401,
  data: { code: "unauthenticated", title: "Sign in", status: 401 },
});
const asked = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", { userActivation: { isActive: true } });
  vi.stubGlobal("document", { activeElement: null });
  vi.stubGlobal("HTMLElement", class {});
  asked.mockReset();
  onSignInAsked(asked);
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});
/** A moment later than all before. */
function later(): number {
  const from = performance.now();
  while (performance.now() <= from);
  return performance.now();
}

test("a step after the question was declined asks again", async () => {
  const first = signedInAgain(refusal, later());
  later();
  tellDeclined();
  expect(await first).toBe(false);
  const second = signedInAgain(refusal, later());
  expect(asked).toHaveBeenCalledTimes(2);
  tellSignedIn();
  expect(await second).toBe(true);
});

test.each([
  ["declined", tellDeclined, false],
  ["answered", tellSignedIn, true],
] as const)(
  "a step from before the question was %s, and rejected later, doesn't ask again",
  async (_, tell, isBack) => {
    const startedAt = later();
    const first = signedInAgain(refusal, startedAt);
    later();
    tell();
    expect(await first).toBe(isBack);
    expect(await signedInAgain(refusal, startedAt)).toBe(isBack);
    expect(asked).toHaveBeenCalledTimes(1);
  },
);
