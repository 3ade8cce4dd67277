import { describe, expect, it } from "vitest";
import { wordsOf } from "#lib/base/clauses/tokens.ts";
import { classNames } from "./word-classes.ts";

describe("a word that no list contains", () => {
  it.each([
    ["customer's", "customer"],
    ["icinga2", "icinga"],
    ["@icinga", "icinga"],
    ["statuscake.com", "statuscake"],
    ["payments-api", "api"],
    ["error-rate", "rate"],
  ])("%s has the classes of %s", (word, plain) => {
    expect(classNames(wordsOf(plain))).not.toEqual([]);
    expect(classNames(wordsOf(word))).toEqual(classNames(wordsOf(plain)));
  });

  it.each([
    ["#zzqx", ["COLLEAGUES"]],
    ["@zzqx", ["PERSON"]],
    ["512", ["NUMBER"]],
    ["v2.1", ["VERSION"]],
    ["CheckoutError", ["ERROR"]],
    ["zzqxing", ["DOING"]],
    ["max_connections", ["KNOB"]],
    ["example.io", ["DOMAIN", "SERVICE"]],
    ["gitlab.com", ["DOMAIN", "SERVICE"]],
    ["zzqx's", []],
    ["#512", []],
    ["non-customer", []],
    ["5zzqx7", ["NUMBER"]],
    ["vzzqx", []],
    ["zzqx__b", []],
    ["zzqx.b9", []],
    ["zzqx", []],
  ])("%s is %j by its form", (word, classes) => {
    expect(classNames(wordsOf(word))).toEqual(classes);
  });

  it("is also of a channel if it is the name of one", () => {
    const [channel, plain] = ["#incident", "incident"].map((word) => classNames(wordsOf(word)));
    expect(new Set(channel)).toEqual(new Set(["COLLEAGUES", ...(plain ?? [])]));
    expect(plain).not.toContain("COLLEAGUES");
  });

  it("still has its classes after thousands of others", () => {
    const classesOf = () => classNames(wordsOf("zzqxing"));
    for (let at = 0; at < 5000; at++) classNames(wordsOf(`zzqx${at}x`));
    expect([classesOf(), classesOf()]).toEqual([["DOING"], ["DOING"]]);
  });
});
