import { expect, it } from "vitest";
import { pictureHref, widthsOf } from "./picture-sizes.ts";

it.each([
  [480, [480]],
  [481, [480, 481]],
  [960, [480, 960]],
  [2048, [480, 960, 2048]],
])("stores a picture of %i px in the widths %j", (width, widths) => expect(widthsOf(width)).toEqual(widths));

it("returns the address of a picture, in a width if one is asked for", () => {
  expect(pictureHref("REV-3", "a b")).toBe("/api/v1/reviews/REV-3/pictures/a%20b");
  expect(pictureHref("REV-3", "a", 480)).toBe("/api/v1/reviews/REV-3/pictures/a?width=480");
});
