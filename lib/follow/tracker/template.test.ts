import fc from "fast-check";
import { expect, it } from "vitest";
import { FIRST_TEMPLATE, fillTemplate, TEMPLATE_FIELDS, unknownFields } from "./template.ts";

const VALUES = {
  title: "Lock the table",
  description: "It was open.",
  doneWhen: "It is locked",
  key: "ACT-1",
  link: "/x",
};

it("makes an issue of an action, and leaves out what is empty with its heading", () => {
  const { body } = FIRST_TEMPLATE;
  const source = "From [ACT-1](/x) in Afterword.";
  expect(fillTemplate(body, VALUES)).toBe(`It was open.\n\n## Done when\n\nIt is locked\n\n${source}`);
  expect(fillTemplate(body, { ...VALUES, doneWhen: " " })).toBe(`It was open.\n\n${source}`);
  expect(fillTemplate(body, { ...VALUES, description: "", doneWhen: "" })).toBe(source);
  expect(fillTemplate("{title} ({priority})", VALUES)).toBe("Lock the table ()");
});

it("names the fields that no action has", () => {
  expect(unknownFields("{title} {titel} {done when} {titel} {} { title }")).toEqual(["titel"]);
  expect(unknownFields(FIRST_TEMPLATE.title + FIRST_TEMPLATE.body)).toEqual([]);
});

it("never reads a value as a field, and keeps every value that is named", () => {
  const value = fc.constantFrom("{title}", "{link}", "a", "# b", "$&");
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...TEMPLATE_FIELDS), { minLength: 1 }), value, (names, one) => {
      const text = names.map((name) => `${name}: {${name}}`).join("\n\n");
      const values = Object.fromEntries(TEMPLATE_FIELDS.map((name) => [name, one]));
      expect(fillTemplate(text, values)).toBe(names.map((name) => `${name}: ${one}`).join("\n\n"));
    }),
  );
});
