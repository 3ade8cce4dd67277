import { expect, it } from "vitest";
import { times } from "./times-of.ts";

const report = (chapter: string, day: string, words: readonly string[]) =>
  `Report\nAcme\n\n${chapter}\n${["08:12", "08:40", "09:05"].map((clock, at) => `${day} ${clock}\n${words[at]}`).join("\n")}\n`;
const ENGLISH = ["Monitoring reports failed payments.", "The faulty node is restarted.", "All payments work again."];

it.each([
  report("1. Course of events", "4 April 2024", ENGLISH),
  report("1. What happened", "2024-04-04", ENGLISH),
  report("2) Events", "4 Apr 2024", ENGLISH),
  report("- Events", "April 4, 2024", ENGLISH),
  report("1) Course of the incident", "4 April 2024", ENGLISH),
  report("1. Fatti", "4 aprile 2024", ["I pagamenti falliscono.", "Il nodo viene riavviato.", "Tutto funziona."]),
  report("1. Déroulement", "4 avril 2024", ["Des paiements échouent.", "Le nœud est redémarré.", "Tout fonctionne."]),
  report("1. Hechos", "4 de abril de 2024", ["Fallan los pagos.", "Se reinicia el nodo.", "Todo funciona."]),
  report("1. 障害の状況", "2024年4月4日", ["遅延を検知しました。", "再起動しました。", "正常に戻りました。"]),
  report("1. 경과", "2024년 4월 4일", ["오류가 감지되었습니다.", "재시작했습니다.", "정상화되었습니다."]),
])("moments alone on their lines below the number of a chapter have the words below them: %j", (text) =>
  expect(times(text, "report.txt")).toEqual(["04-04 08:12", "04-04 08:40", "04-04 09:05"]),
);
