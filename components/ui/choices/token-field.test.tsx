import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { TokenField } from "./token-field.tsx";

const shown = (values: string[], readOnly: boolean) =>
  renderToString(
    <TokenField
      label="Domains"
      values={values}
      options={[{ value: "process", label: "Process" }]}
      onChange={() => undefined}
      addLabel="Add a domain"
      readOnly={readOnly}
    />,
  );

it("gives those who can't edit no control that changes values", () => {
  expect(shown(["process"], false)).toMatch(/Remove Process.*Add a domain/);
  const read = shown(["process"], true);
  expect(read).toContain("Process");
  expect(read).not.toContain("<button");
  expect(shown([], true)).toContain("None");
});
