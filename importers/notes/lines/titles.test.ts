import { describe, expect, it } from "vitest";
import { isElsewhereTitle, isTimelineTitle } from "./titles.ts";

describe("the part with the timeline", () => {
  it.each([
    "Zeitlinie",
    "Frise chronologique",
    "Línea temporal del incidente",
    "Linea temporale",
    "Tijdslijn",
    "Oś czasu",
    "Časová osa",
    "Průběh incidentu",
    "Idővonal",
    "Zaman çizelgesi",
    "Dòng thời gian",
    "Diễn biến sự cố",
    "Kronologi kejadian",
    "Linimasa",
    "Ход событий",
    "Перебіг подій",
    "Hændelsesforløb",
    "Hendelsesforløp",
    "处理过程",
    "故障经过",
    "対応履歴",
    "시간대별 경과",
  ])("is found by its title: %s", (title) => {
    expect(isTimelineTitle(title)).toBe(true);
  });

  it.each(["Уроки", "Дальнейшие шаги", "再発防止策", "改进措施", "재발 방지 대책", "Bài học", "Wnioski", "Aksiyonlar"])(
    "doesn't contain what is below another title: %s",
    (title) => {
      expect(isElsewhereTitle(title)).toBe(true);
    },
  );

  it.each(["Прошло времени", "경과 시간", "経過時間"])("isn't found by a duration: %s", (title) => {
    expect(isTimelineTitle(title)).toBe(false);
  });
});
