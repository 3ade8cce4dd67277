import { expect, it } from "vitest";
import { slashItems } from "./slash-items.ts";

const nothing = () => undefined;
const found = (typed: string) =>
  slashItems(typed, { more: [], isInTable: false, addPicture: nothing, addCard: nothing }).map(({ label }) => label);

it.each([
  ["image", "Picture"],
  ["Screenshot", "Picture"],
  ["todo", "Task list"],
  ["toggle", "Collapsible"],
  ["h2", "Heading"],
  ["h3", "Small heading"],
  ["quo", "Quote"],
])("/%s finds only %s", (typed, label) => expect(found(typed)).toEqual([label]));

it("finds nothing inside another name", () => expect(found("shot")).toEqual([]));
