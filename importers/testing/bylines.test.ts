import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const asked = (found: readonly string[]) => found.map((one) => one.replace(/^\?.*/, "?"));
const ITEMS = "- 21:22 UTC - the change lands\n- 21:26 UTC - the site is down\n- 08:48 UTC - the site is up\n";
const below = (title: string, byline: string, story = "The site was down for half a day.\n\n") =>
  asked(times(`# ${title}\n\n${byline}${story}${ITEMS}`));

describe("a byline with a later day than the title", () => {
  it.each([
    "mara · description · 2024-03-06\n",
    "mara · 6 March 2024\n\n",
    "Mara Lind | March 6, 2024 | 4 min read\n",
    "Mara Lind — 6 Mar 2024\n",
    "by Mara Lind, 6 March 2024\n",
    "Written by Mara Lind on March 6, 2024\n",
    "Posted by Mara on 2024-03-06\n",
    "*mara* · comment · 2024-03-06\n",
    "Von Mara Lind, 6. März 2024\n",
    "Posted 2024-03-06\n\n",
    "Published on 6 March 2024\n\n",
    "Published 6 March 2024\n\n",
  ])("leaves the times on the title's: %j", (byline) => {
    const at = ["03-05 21:22", "03-05 21:26", "03-06 08:48"];
    expect(below("Report: 2024-03-05 outage", byline)).toEqual(at);
    expect(below("Outage of 5 March 2024 due to a regression", byline)).toEqual(at);
    expect(below("Outage of 5 March 2024", byline.trimEnd(), "\n\n")).toEqual(at);
  });

  it.each(["mara · description · 2024-03-06\n\n", "Posted 2024-03-06\n\n", "by Mara Lind, 6 March 2024\n\n"])(
    "alone isn't the day of the times: %j",
    (byline) => expect(below("Outage due to a regression", byline)).toEqual(["?", "?", "?"]),
  );

  it.each(["2024-03-06\n\n", "6 March 2024\n\n", "*March 6, 2024*\n\n"])(
    "is asked for if it's a day alone: %j",
    (day) => {
      expect(below("Outage of 5 March 2024", day, "")).toEqual(["?", "?", "?"]);
    },
  );

  it.each(["due to a regression", "due to an update", "due to maintenance"])(
    "is the title's day in an outage %s",
    (why) => {
      expect(below(`2024-03-05 outage ${why}`, "")).toEqual(["03-05 21:22", "03-05 21:26", "03-06 08:48"]);
    },
  );
});
