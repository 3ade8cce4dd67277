import { expect, it } from "vitest";
import { tokensOf, wordsOf } from "./tokens.ts";

/** Words by what they are known as, marks in brackets. */
const read = (text: string, most = 80) =>
  tokensOf(text, most).map((token) => ("mark" in token ? `<${token.mark}>` : token.text));

it.each([
  ["Ana's 'quoted' \"text\" `code`", ["ana's", "quoted", "text", "code"]],
  ["x-ray - y", ["x-ray", "<->", "y"]],
  ["it’s “so” — yes–no", ["it's", "so", "<—>", "yes", "<–>", "no"]],
  ["10:30 1,200 10: 1,x", ["10:30", "1,200", "10", "<:>", "1", "<,>", "x"]],
  ["e.g. this, a.m. that. End", ["e.g", "this", "<,>", "a.m", "that", "<.>", "end"]],
  ["vs. other etc. more no. 5", ["vs", "other", "etc", "more", "no", "5"]],
  ["end... p.m.", ["end", "<.>", "p.m"]],
  ["a.b a. b", ["a.b", "a", "<.>", "b"]],
  ["a (b) [c]; !?", ["a", "<(>", "b", "<)>", "<[>", "c", "<]>", "<;>", "<!>", "<?>"]],
  ["one\ntwo", ["one", "<\n>", "two"]],
  ["50% #4 @ana $x ~5 <b", ["50%", "#4", "@ana", "$x", "~5", "<b"]],
  ["a+b=c*d>e +f", ["a+b=c*d>e", "f"]],
  ["größe\u00a0x «日本»", ["größe", "x", "日本"]],
  ["status.example.com status.", ["statuspage", "status", "<.>"]],
  ["Roll back the New Relic agent", ["rollback", "the", "newrelic", "agent"]],
  ["no effect. no, effect", ["no-effect", "<.>", "no", "<,>", "effect"]],
  ["load, balancer on call", ["load", "<,>", "balancer", "on-call"]],
])("reads %j word by word", (text, tokens) => expect(read(text)).toEqual(tokens));

it("keeps how a word was written that it does not know", () => {
  const [name, known, pair] = wordsOf("Zürich’s RESTART Status Page");
  expect(name).toMatchObject({ text: "zürich's", raw: "Zürich’s" });
  expect(known).toMatchObject({ text: "restart", raw: "restart", act: "restart" });
  expect(pair).toMatchObject({ text: "statuspage", raw: "statuspage" });
});

it("reads words up to its limit", () => {
  expect(read("a, b, c, d", 3)).toEqual(["a", "<,>", "b"]);
  expect(wordsOf("word ".repeat(200))).toHaveLength(80);
});
