import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { OutlineEntry } from "#components/reviews/document/use-outline.ts";
import { OutlineList } from "./outline-list.tsx";

const entry = (number: number): OutlineEntry => ({ number, title: "Notes", state: "empty" });

it("shows a person at their own section, not at another with its title", () => {
  const html = renderToStaticMarkup(
    <OutlineList
      editor={null}
      outline={[entry(0), entry(1)]}
      suggested={new Map()}
      people={[{ id: "ines", name: "Ines Moreau", where: "Notes", part: 1 }]}
    />,
  );
  const [first, second] = html.split("</li>");
  expect(first).not.toContain("Ines Moreau");
  expect(second).toContain("Ines Moreau");
});
