import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

/** Title, timeline, names of time and event, sentence about the zone, name of the cause, and two texts. */
const LANGUAGES = `
  English | Checkout outage | Timeline | Time | Event | All times are in UTC. | Root cause | Queue is full | Nodes restarted
  German | Ausfall der Kasse | Zeitlinie | Uhrzeit | Ereignis | Alle Zeiten in UTC. | Ursache | Schlange voll | Neu gestartet
  French | Panne du paiement | Frise chronologique | Heure | Événement | Toutes les heures sont en UTC. | Cause | File pleine | Nœuds relancés
  Spanish | Caída del pago | Línea temporal | Hora | Evento | Todas las horas están en UTC. | Causa | Cola llena | Nodos reiniciados
  Italian | Disservizio | Linea temporale | Ora | Evento | Tutti gli orari sono in UTC. | Causa | Coda piena | Nodi riavviati
  Dutch | Storing van de kassa | Tijdslijn | Tijd | Gebeurtenis | Alle tijden zijn in UTC. | Oorzaak | Wachtrij vol | Nodes herstart
  Polish | Awaria płatności | Oś czasu | Godzina | Zdarzenie | Wszystkie godziny w UTC. | Przyczyna | Kolejka pełna | Węzły gotowe
  Swedish | Avbrott i kassan | Förlopp | Tid | Händelse | Alla tider är i UTC. | Orsak | Kön är full | Noder omstartade
  Danish | Nedbrud i kassen | Hændelsesforløb | Tid | Hændelse | Alle tider er i UTC. | Årsag | Køen er fuld | Noder genstartet
  Czech | Výpadek plateb | Časová osa | Čas | Událost | Všechny časy jsou v UTC. | Příčina | Fronta je plná | Uzly restartovány
  Hungarian | Üzemzavar | Idővonal | Idő | Esemény | Minden időpont UTC szerint. | Kiváltó ok | A sor megtelt | Újraindítva
  Turkish | Ödeme kesintisi | Zaman çizelgesi | Saat | Olay | Tüm saatler UTC'dir. | Neden | Kuyruk dolu | Yeniden başlatıldı
  Indonesian | Gangguan | Linimasa | Waktu | Kejadian | Semua waktu dalam UTC. | Penyebab | Antrean penuh | Dimulai ulang
  Vietnamese | Sự cố thanh toán | Diễn biến | Thời gian | Sự kiện | Tất cả thời gian theo UTC. | Nguyên nhân | Hàng đợi đầy | Khởi động lại
  Russian | Сбой оплаты | Ход событий | Время | Событие | Всё время указано в UTC. | Причина | Очередь полна | Узлы запущены
  Ukrainian | Збій оплати | Перебіг подій | Час | Подія | Увесь час вказано в UTC. | Причина | Черга повна | Вузли запущено
  Japanese | 決済の障害 | 対応履歴 | 時刻 | 内容 | 時刻はすべて UTC です。 | 原因 | キューが満杯 | 全ノードを再起動
  Chinese | 支付故障 | 故障经过 | 时间 | 事件 | 所有时间均为 UTC。 | 原因 | 队列已满 | 所有节点已重启
  Korean | 결제 장애 | 장애 경과 | 시각 | 내용 | 모든 시각은 UTC 기준입니다. | 원인 | 대기열이 가득 참 | 모든 노드 재시작
`
  .trim()
  .split("\n")
  .map((row) => row.split("|").map((cell) => cell.trim()));

type Row = readonly [time: string, words: string];
type Layout = (rows: readonly Row[], names: readonly [time: string, event: string]) => string;
const lines =
  (write: (time: string, words: string, at: number) => string, between = "\n"): Layout =>
  (rows) =>
    rows.map(([time, words], at) => write(time, words, at + 1)).join(between);
const LAYOUTS: Record<string, Layout> = {
  items: lines((time, words) => `- ${time} - ${words}`),
  "bold items": lines((time, words) => `- **${time}**: ${words}`),
  "code items": lines((time, words) => `- \`${time}\` — ${words}`),
  numbers: lines((time, words, at) => `${at}. **${time}** ${words}`),
  "numbered headings": lines((time, words, at) => `### ${at}. ${time} – ${words}\n\nok.`, "\n\n"),
  "labels behind bold": lines((time, words) => `- **${words}:** ${time}`),
  "brackets behind bold": lines((time, words) => `- **${words}** (${time}): ok`),
  "above paragraphs": lines((time, words) => `**${time}**\n\n${words}.`, "\n\n"),
  table: (rows, [time, event]) =>
    [`| ${time} | ${event} |`, "|---|---|", ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n"),
  "times last": (rows, [time, event]) =>
    [`| ${event} | ${time} |`, "|---|---|", ...rows.map(([at, words]) => `| ${words} | ${at} |`)].join("\n"),
  "times in a row": (rows, [time, event]) =>
    `| ${time} | ${rows.map(([at]) => at).join(" | ")} |\n|${"---|".repeat(rows.length + 1)}\n| ${event} | ${rows.map(([, words]) => words).join(" | ")} |`,
  fields: (rows, [time, event]) =>
    rows.map(([at, words]) => `**${time}:** ${at}  \n**${event}:** ${words}`).join("\n\n"),
  "fields in items": (rows, [time, event]) =>
    rows.map(([at, words]) => `- ${time}: ${at}\n  ${event}: ${words}`).join("\n"),
  YAML: (rows) => `\`\`\`yaml\n${rows.map(([at, words]) => `- time: "${at}"\n  event: "${words}"`).join("\n")}\n\`\`\``,
  code: (rows) => `\`\`\`\n${rows.map(([at, words]) => `${at}  ${words}`).join("\n")}\n\`\`\``,
};
const FRAMES: readonly ((name: string) => string)[] = [
  (name) => `## ${name}`,
  (name) => `**${name}**`,
  (name) => `${name}:`,
];
const CLOCKS: readonly ((clock: string) => string)[] = [
  (clock) => clock,
  (clock) => `${clock}:00`,
  (clock) => `~${clock}`,
];

/** A fixed row of numbers below 1. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

const SAMPLES = 12;

describe("two events told in any way and language are read", () => {
  it.each(Object.keys(LAYOUTS))("as %s", (name) => {
    const row = numbers(name.length * 7 + 19);
    const pick = <T>(list: readonly T[]): T =>
      list[Math.floor((row.next().value ?? 0) * list.length)] ?? (list[0] as T);
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const [, title, timeline = "", time = "", event = "", zone, cause = "", first = "", second = ""] =
        pick(LANGUAGES);
      const [frame, clock] = [pick(FRAMES), pick(CLOCKS)];
      const rows = [[clock("09:58"), first] as const, [clock("12:44"), second] as const];
      const list = LAYOUTS[name]?.(rows, [time, event]);
      const text = `# ${title} (2026-03-18)\n\n${frame(timeline)}\n\n${zone}\n\n${list}\n\n${frame(cause)}\n\nok.\n`;
      const { events } = parseSource(textInput(text, "notes.md"), {});
      // "**Ada** (09:58): ok" is a message, and so can a short text be.
      const told = events.map(({ title: words, actor }) => `${words} ${actor}`);
      const read = events.map(
        ({ at }, place) => `${at?.slice(0, 16)} ${[first, second].some((one) => told[place]?.includes(one))}`,
      );
      expect([text, ...read]).toEqual([text, "2026-03-18T09:58 true", "2026-03-18T12:44 true"]);
    }
  });
});
