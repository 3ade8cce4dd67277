import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const STORY = "The forum was down on 28 October 2017 from 10:44 to 11:46. At 12:05, the mail was back too.";
const TOLD = ["10-28 10:44", "10-28 12:05"];

describe("the profile of an author", () => {
  it.each([
    "Inscription : 2 avril 2010 à 20:14",
    "Inscrit le : 02/04/2010 20:14",
    "Joined: 2 Apr 2010 20:14",
    "Member since April 2, 2010, 8:14 pm",
    "Registered: Apr 2, 2010 20:14",
    "Registriert: 2. April 2010 20:14",
    "Beigetreten: 02.04.2010 20:14",
    "Registrado: 2 de abril de 2010 20:14",
    "Lid geworden op: 2 april 2010 20:14",
    "Dołączył: 2 kwietnia 2010 20:14",
    "Зарегистрирован: 02.04.2010 20:14",
    "登録日: 2010年4月2日 20:14",
    "注册时间: 2010-04-02 20:14",
    "가입일: 2010-04-02 20:14",
  ])("isn't an event, and its year isn't the story's: %s", (profile) => {
    expect(times(`Outage of the forum\n\nMara Lind\nPosts: 7937\n${profile}\n\n${STORY}`)).toEqual(TOLD);
    const titled = times(`Outage of Saturday 28 October from 10:44 to 11:46\n\nMara\n${profile}\n\nWe are sorry.`);
    expect(titled.filter((one) => !one.startsWith("?"))).toEqual([]);
  });

  it("is an entry in a timeline", () => {
    expect(times("## Timeline\n- 2024-03-05 10:02 Registered: two nodes\n- Joined: 2024-03-05 10:12 node 3")).toContain(
      "03-05 10:02",
    );
  });
});

describe("a day with the name of a part of the site", () => {
  it.each([
    "30.10.2017 Novinky",
    "30 October 2017 - News",
    "News | 30 October 2017",
    "30.10.2017 Aktuelles",
    "Actualités, 30 octobre 2017",
    "30/10/2017 · Noticias",
    "Nieuws 30 oktober 2017",
    "2017-10-30 Announcements",
    "2017年10月30日 お知らせ",
    "公告 2017-10-30",
    "공지사항 2017-10-30",
    "Blog, October 30, 2017",
  ])("is the day of writing: %s", (day) => {
    expect(
      times(`Outage of 28 October 2017\n\n${day}\n\nAt 10:44 the forum failed. At 12:05 it was restored.`),
    ).toEqual(TOLD);
    expect(times(`# Outage of 28 October 2017\n\n${day}\n\n- 10:44 the forum failed\n- 12:05 restored`)).toEqual(TOLD);
  });
});

describe("the header of a mail within a text", () => {
  const story =
    "\n\nDear Customer:\n\nAt 8:40 AM EST we began experiencing outages. Service was restored at 11:41 AM EST.\n";

  it.each([
    "Sent:      Wednesday, November 03, 1999 4:48 PM\nTo:      'zzzz@example.com'\nSubject:      POST MORTEM",
    "From: ops@example.com\nSent: Wednesday, November 3, 1999 4:48 PM\nTo: all@example.com\nSubject: Outage",
    "Von: ops@example.com\nGesendet: Mittwoch, 3. November 1999 16:48\nAn: all@example.com\nBetreff: Ausfall",
    "De : ops@example.com\nEnvoyé : mercredi 3 novembre 1999 16:48\nÀ : all@example.com\nObjet : Panne",
  ])("isn't an event, and tells the day: %j", (head) => {
    expect(times(`Explanation of the outage\n\n${head}${story}`)).toEqual(["11-03 13:40", "11-03 16:41"]);
  });
});
