import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

describe("a story told to users while it happens", () => {
  it.each([
    [
      "Increased errors in the west region // We are seeing more errors than usual.",
      "We will continue to investigate.",
    ],
    ["Due to a power cut we are noticing instability on a few hosts", "We have gradually started all hosts again"],
    [
      "Our shop servers are showing timeouts. We are investigating.",
      "We apologise for the trouble, all pages load again",
    ],
    ["Some users may experience delays. Our team is looking into it.", "We will share more news as soon as we can"],
    ["Der Dienst ist nicht erreichbar. Wir arbeiten an der Lösung.", "Wir beobachten das System weiter"],
    [
      "Le site ne répond plus. Nous sommes en train de chercher la cause.",
      "Nous surveillons la reprise, merci de votre patience",
    ],
    ["El portal no carga. Estamos investigando el problema.", "Lamentamos las molestias, el portal ya funciona"],
    ["O site está lento. Estamos verificando a causa.", "Pedimos desculpas, o site voltou ao normal"],
    ["Het netwerk is traag. We onderzoeken de oorzaak.", "Het netwerk werkt weer, onze excuses"],
    ["現在サイトにつながりにくい状態です。原因を調査しています。", "復旧しました。ご迷惑をおかけしました。"],
  ])("gives the first post as the first public update: %s", (first, second) =>
    expect(timesOf([`10:00 ${first}`, `10:40 ${second}`])["first_public_update"]).toBe("10:00"),
  );

  it.each([
    ["We were seeing errors of the gateway", "We restarted the gateway"],
    [
      "We are seeing errors of the gateway",
      "Bo restarts the gateway",
      "Error rate drops",
      "Ana checks the logs",
      "All good",
    ],
    ["Users cannot sign in", "We are investigating", "Rolled back"],
    ["Deployed 4.2 of the shop", "Alert fires", "Rolled back"],
    ["We are seeing errors of the gateway"],
  ])("is none if it is a report or a chat: %s", (...lines) =>
    expect(timesOf(lines.map((line, place) => `10:0${place} ${line}`))["first_public_update"]).toBeUndefined(),
  );
});

const firstPost = (lines: readonly string[]) => timesOf(lines)["first_public_update"];

it.each([
  [
    "Aktuell nicht möglich: die Ausleihe. Wir arbeiten daran",
    "Die Prüfung dauert an",
    "Die Ausleihe geht wieder, wir beobachten weiter",
  ],
  [
    "Der Fahrplan ist vorübergehend nicht erreichbar",
    "Die Ursache ist noch offen",
    "Wir prüfen die Leitung",
    "Der Fahrplan ist wieder da",
  ],
  ["The map is currently unavailable", "A cable was cut", "We have identified the spot", "The map is back"],
  [
    "Some riders say that lockers stay shut. We are investigating",
    "We're working on it",
    "The last steps are prepared",
    "Solved",
  ],
  ["We are investigating slow tills", "The backup line carries the load", "We will keep watching", "All is well"],
  [
    "Les bornes sont actuellement indisponibles",
    "La panne vient du réseau",
    "Nous surveillons la reprise",
    "Tout marche",
  ],
  ["Estamos revisando los surtidores", "Seguimos con la reparación", "Ya cobran de nuevo"],
  ["Indagine in corso - Le gru sono ferme", "Monitoraggio in corso - Le gru lavorano", "Risolto - Tutto funziona"],
  ["Em investigação: o guichê não abre", "Atualização: a peça chegou", "Resolvido: o guichê abriu"],
  ["Wird untersucht: Die Schranken öffnen nicht", "Behoben: Die Schranken öffnen wieder"],
])("the first of a service's own posts is the first update: %s …", (...titles) =>
  expect(firstPost(titles.map((title, at) => `1${at}:00 ${title}`))).toBe("10:00"),
);

it("a title above the posts isn't the first of them", () =>
  expect(
    firstPost([
      "09:00 Loss of the main line",
      "10:00 We are investigating the loss of the main line",
      "11:00 We will keep watching",
    ]),
  ).toBe("10:00"));

it("a log of the team's own work isn't posts, although it speaks of “we”", () =>
  expect(
    firstPost([
      "10:00 We are seeing errors at the tills",
      "10:05 Ana was paged",
      "10:20 Disk swapped",
      "10:30 Queue drained",
      "10:40 Tills work",
    ]),
  ).toBeUndefined());

it.each([
  "Update: The repair of the pump takes longer",
  "Update: Some lockers still stay shut",
  "Notice: The gates of the north hall remain closed",
  "Notification: Cards are refused at some tills",
  "Update - Our supplier believes that a cable was cut",
])("a post behind an earlier line that can be one isn't the first: %s", (title) =>
  expect(
    firstPost(["10:00 The archive can't be reached", `10:20 ${title}`, "10:40 The archive works again"]),
  ).toBeUndefined(),
);
