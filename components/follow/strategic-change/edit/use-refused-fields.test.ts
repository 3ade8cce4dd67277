import { ORPCError } from "@orpc/client";
import { expect, it } from "vitest";
import { refusedFields } from "./use-refused-fields.ts";

const refusal = (...fields: string[]) =>
  new ORPCError("UNPROCESSABLE_CONTENT", {
    data: {
      code: "invalid",
      title: "Some fields are invalid",
      fields: fields.map((field) => ({ field, message: "a later day" })),
    },
  });

it("puts an error at the field that has its name, also inside another one", () => {
  expect(refusedFields(refusal("measure.by"), ["measure.by", "until"])).toEqual({ "measure.by": "A later day" });
  expect(refusedFields(refusal("until", "riskById"), ["until", "riskById", "reason"])).toEqual({
    until: "A later day",
    riskById: "A later day",
  });
});

it("leaves an error that no field of the form has", () => {
  expect(refusedFields(refusal("ownerId"), ["until"])).toEqual({});
  expect(refusedFields(new Error("offline"), ["until"])).toEqual({});
});
