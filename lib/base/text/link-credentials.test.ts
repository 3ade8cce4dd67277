import { describe, expect, it } from "vitest";
import { hasCredentials, mentionsCredentials, withoutCredentials } from "./link-credentials.ts";

describe("the user name and password in a link", () => {
  it.each([
    ["https://ana:secret@wiki.example.com/page?x=1#y", "https://wiki.example.com/page?x=1#y"],
    ["http://ana@wiki.example.com/", "http://wiki.example.com/"],
    ["https://:token@git.example.com/repo.git", "https://git.example.com/repo.git"],
    ["HTTPS://ana:p%40ss@WIKI.example.com:8443/a", "https://wiki.example.com:8443/a"],
    ["https://a:b@c:d@wiki.example.com/", "https://wiki.example.com/"],
    ["https:ana:secret@wiki.example.com/a", "https://wiki.example.com/a"],
    ["https:\\\\ana:secret@wiki.example.com\\a", "https://wiki.example.com/a"],
    ["https:///ana:secret@wiki.example.com/a", "https://wiki.example.com/a"],
    ["https://ana:secret@[::1]:3000/", "https://[::1]:3000/"],
    ["ftp://ana:secret@files.example.com/a", "ftp://files.example.com/a"],
  ])("is removed from %s", (given, kept) => {
    expect(withoutCredentials(given)).toBe(kept);
    expect(hasCredentials(given)).toBe(true);
    expect(mentionsCredentials(`see ${given}, then call`)).toBe(/^https?:/i.test(given));
  });

  it.each([
    "https://wiki.example.com/@ana",
    "https://wiki.example.com/a?to=ana@example.com",
    "https://wiki.example.com#ana:secret@x",
    "https://WIKI.example.com/%41",
    "https://@wiki.example.com/",
    "mailto:ana@example.com",
    "ana@example.com",
    "/reviews/REV-1?x=@",
    "//",
    "",
  ])("isn't found in %j", (given) => {
    expect(withoutCredentials(given)).toBe(given);
    expect(hasCredentials(given)).toBe(false);
  });

  it.each([
    "mail ana@example.com and see https://wiki.example.com/page",
    "https://wiki.example.com/@ana",
    "the check at https://wiki.example.com was seen by @ana",
    "(https://wiki.example.com)@ana",
  ])("is not mentioned by %j", (given) => {
    expect(mentionsCredentials(given)).toBe(false);
  });
});
