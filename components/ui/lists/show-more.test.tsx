import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { ShowMore } from "./show-more.tsx";

const shown = (more: object) =>
  renderToString(
    <ShowMore
      list={{
        ...{
          hasNextPage: true,
          isFetchingNextPage: false,
          isFetchNextPageError: false,
          fetchNextPage: () => undefined,
        },
        ...more,
      }}
      label="Show older"
    />,
  );

it("says that a page couldn't be read, and reads it again", () => {
  expect(shown({})).toContain("Show older");
  expect(shown({})).not.toContain("alert");
  expect(shown({ isFetchNextPageError: true })).toMatch(/role="alert".*Couldn&#x27;t load more.*Try again/);
});

it("offers nothing after the last page", () => {
  expect(shown({ hasNextPage: false })).toBe("");
});
