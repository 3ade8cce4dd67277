import { expect, test } from "vitest";
import { keepOwnCookies } from "./own-cookies.ts";

const many = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}.${index}=x`);

test.each<[string, string | undefined, string | undefined]>([
  ["none", undefined, undefined],
  ["an empty line", "", undefined],
  ["the session", "next-auth.session-token=abc", "next-auth.session-token=abc"],
  ["the session over https", "__Host-next-auth.session-token=abc", "__Host-next-auth.session-token=abc"],
  ["what signing in needs", "__Secure-next-auth.callback-url=a; theme=dark", "__Secure-next-auth.callback-url=a"],
  ["the device", "grafana=1; afterword-device=a.b; x", "afterword-device=a.b"],
  ["those of others alone", "grafana_session=1; _ga=2; %=%", undefined],
  ["a name that only ends like ours", "my-next-auth.session-token=1; xafterword-device=2", undefined],
  [
    "no spaces between them",
    "a=1;afterword-device=2;next-auth.csrf-token=3",
    "afterword-device=2;next-auth.csrf-token=3",
  ],
  ["five hundred of others", many(500, "other").join("; "), undefined],
  [
    "five hundred that look like ours",
    many(500, "next-auth.session-token").join("; "),
    many(20, "next-auth.session-token").join("; "),
  ],
])("passes on only our cookies of a request: %s", (_what, cookie, kept) => {
  const request = { headers: cookie === undefined ? {} : { cookie } };
  keepOwnCookies(request);
  expect(request.headers).toEqual(kept === undefined ? {} : { cookie: kept });
});
