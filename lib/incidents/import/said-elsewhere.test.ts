import { expect, it } from "vitest";
import { nameSaidElsewhere, saidElsewhere } from "./said-elsewhere.ts";

it("marks a name from another Afterword once, and gives it back without the mark", () => {
  const marked = saidElsewhere("Ana (elsewhere) Diaz");
  expect(marked).toBe("Ana (elsewhere) Diaz (elsewhere)");
  expect(saidElsewhere(marked)).toBe(marked);
  expect(nameSaidElsewhere(marked)).toBe("Ana (elsewhere) Diaz");
  expect(nameSaidElsewhere("Ana")).toBe("Ana");
});
