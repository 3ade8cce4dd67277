import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

describe("a national time in brackets behind another time", () => {
  it.each([
    "Пожар 26 сентября 2025 года, приблизительно в 20:20 по местному времени (14:20 по московскому времени), вызвал сбой.",
    "Авария 26 сентября 2025 года в 20:20 (14:20 по московскому времени) вызвала сбой.",
    "El 26 de septiembre de 2025 a las 20:20 (13:20, hora española) cayó el servicio.",
    "El 26 de septiembre de 2025 a las 20:20, hora local (13:20 hora peninsular), cayó el servicio.",
    "Il 26 settembre 2025 alle 20:20 (le 13:20 ora italiana) c'è stato un guasto.",
    "Le 26 septembre 2025 à 20h20 (13h20, heure française), une panne a touché le réseau.",
    "故障发生在2025年9月26日20:20（北京时间19:20）。",
    "障害は2025年9月26日20:20（日本時間20:20）に発生しました。",
  ])("isn't that of the time before it: %s", (text) => {
    const [at, ...more] = times(text, "notes.md", undefined, "Asia/Seoul");
    expect(more).toEqual([]);
    expect(at).toBe("09-26 11:20");
  });

  it("states the zone of all times elsewhere", () => {
    expect(times("El 26 de septiembre de 2025 a las 20:20 (hora española) cayó el servicio.")).toEqual(["09-26 18:20"]);
    expect(times("26 сентября 2025 года в 14:20 по московскому времени произошёл сбой.")).toEqual(["09-26 11:20"]);
  });
});
