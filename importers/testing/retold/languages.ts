/** A small story with the words that frame it, in one language. */
export interface Telling {
  title: string;
  timeline: string;
  cause: string;
  allTimes: string;
  timeHead: string;
  eventHead: string;
  whoHead: string;
  lines: readonly [string, string, string, string];
  /** The day as a writer of this language puts it: in a sentence or title, and in numbers. */
  longDay: (day: Day) => string;
  shortDay: (day: Day) => string;
  weekdays: readonly string[];
}

export interface Day {
  year: number;
  month: number;
  day: number;
}

const two = (value: number): string => String(value).padStart(2, "0");
export const isoDay = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;
const dotted = ({ year, month, day }: Day): string => `${two(day)}.${two(month)}.${year}`;
const slashed = ({ year, month, day }: Day): string => `${two(day)}/${two(month)}/${year}`;
const named = (months: string, write: (day: number, month: string, year: number) => string) => (day: Day) =>
  write(day.day, months.split(" ")[day.month - 1] ?? "", day.year);

export const LANGUAGES: Record<string, Telling> = {
  English: {
    title: "Checkout outage",
    timeline: "Timeline",
    cause: "Root cause",
    allTimes: "All times are in UTC.",
    timeHead: "Time",
    eventHead: "Event",
    whoHead: "Who",
    lines: [
      "Checkout latency climbs",
      "Pager alert: queue is full",
      "Workers restarted on all nodes",
      "Queue is empty",
    ],
    longDay: named(
      "January February March April May June July August September October November December",
      (day, month, year) => `${month} ${day}, ${year}`,
    ),
    shortDay: isoDay,
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  },
  German: {
    title: "Ausfall der Kasse",
    timeline: "Zeitlicher Ablauf",
    cause: "Ursache",
    allTimes: "Alle Zeiten in UTC.",
    timeHead: "Uhrzeit",
    eventHead: "Ereignis",
    whoHead: "Wer",
    lines: [
      "Die Kasse wird langsam",
      "Alarm: Warteschlange voll",
      "Alle Knoten neu gestartet",
      "Warteschlange ist leer",
    ],
    longDay: named(
      "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
      (day, month, year) => `${day}. ${month} ${year}`,
    ),
    shortDay: dotted,
    weekdays: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
  },
  French: {
    title: "Panne du paiement",
    timeline: "Chronologie",
    cause: "Cause",
    allTimes: "Toutes les heures sont en UTC.",
    timeHead: "Heure",
    eventHead: "Événement",
    whoHead: "Qui",
    lines: ["Le paiement devient lent", "Alerte : la file est pleine", "Tous les nœuds redémarrés", "La file est vide"],
    longDay: named(
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      (day, month, year) => `${day} ${month} ${year}`,
    ),
    shortDay: slashed,
    weekdays: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
  },
  Spanish: {
    title: "Caída del pago",
    timeline: "Cronología",
    cause: "Causa",
    allTimes: "Todas las horas están en UTC.",
    timeHead: "Hora",
    eventHead: "Evento",
    whoHead: "Quién",
    lines: [
      "El pago se vuelve lento",
      "Alerta: la cola está llena",
      "Todos los nodos reiniciados",
      "La cola está vacía",
    ],
    longDay: named(
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      (day, month, year) => `${day} de ${month} de ${year}`,
    ),
    shortDay: slashed,
    weekdays: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
  },
  Portuguese: {
    title: "Queda do pagamento",
    timeline: "Linha do tempo",
    cause: "Causa",
    allTimes: "Todos os horários estão em UTC.",
    timeHead: "Horário",
    eventHead: "Evento",
    whoHead: "Quem",
    lines: ["O pagamento fica lento", "Alerta: a fila está cheia", "Todos os nós reiniciados", "A fila está vazia"],
    longDay: named(
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      (day, month, year) => `${day} de ${month} de ${year}`,
    ),
    shortDay: slashed,
    weekdays: ["domingo", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado"],
  },
  Polish: {
    title: "Awaria płatności",
    timeline: "Przebieg zdarzeń",
    cause: "Przyczyna",
    allTimes: "Wszystkie godziny w UTC.",
    timeHead: "Godzina",
    eventHead: "Zdarzenie",
    whoHead: "Kto",
    lines: ["Płatności działają wolno", "Alarm: kolejka pełna", "Wszystkie węzły zrestartowane", "Kolejka jest pusta"],
    longDay: named(
      "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
      (day, month, year) => `${day} ${month} ${year}`,
    ),
    shortDay: dotted,
    weekdays: ["niedziela", "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota"],
  },
  Chinese: {
    title: "支付故障",
    timeline: "时间线",
    cause: "原因",
    allTimes: "所有时间均为 UTC。",
    timeHead: "时间",
    eventHead: "事件",
    whoHead: "人员",
    lines: ["支付变慢", "告警：队列已满", "所有节点已重启", "队列已清空"],
    longDay: ({ year, month, day }) => `${year}年${month}月${day}日`,
    shortDay: ({ year, month, day }) => `${year}/${month}/${day}`,
    weekdays: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
  },
  Japanese: {
    title: "決済の障害",
    timeline: "時系列",
    cause: "原因",
    allTimes: "時刻はすべて UTC です。",
    timeHead: "時刻",
    eventHead: "内容",
    whoHead: "担当",
    lines: ["決済が遅くなる", "アラート：キューが満杯", "全ノードを再起動", "キューが空になった"],
    longDay: ({ year, month, day }) => `${year}年${month}月${day}日`,
    shortDay: ({ year, month, day }) => `${year}/${two(month)}/${two(day)}`,
    weekdays: ["日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"],
  },
};
