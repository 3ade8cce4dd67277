import { oneOf } from "#lib/base/text/phrases.ts";

/** "Hora de México", but not "hora de México Pacífico", which is another zone. */
const MEXICO = new RegExp(
  oneOf`
    \b(?:horas?|tiempo) (?:del )?centro(?: de (?:la )?(?:ciudad de )?méxico)(?!\p{L})
    \bhoras? (?:de (?:la )?(?:ciudad de )?|en )méxico(?!\p{L})(?![\s(,–-]{1,3}(?:zona |del? |el )?(?:pac[íi]fico|noroeste|noreste|sureste|sudeste|occidente|oeste|este)(?!\p{L}))
    \bhora cdmx\b
  `,
  "iu",
);

/** Universal time, and the time of a country as its own language calls it. */
export const NATIONAL_ZONES: readonly (readonly [RegExp, string])[] = [
  [/\bUT[- ][Tt]imes?\b|\b[Tt]imes? (?:(?:in|are|is) )?\(?UT\b(?!\w)|\b[Uu]niversal [Tt]ime\b/, "UTC"],
  [MEXICO, "America/Mexico_City"],
  [/\bhora (?:de )?(?:colombia(?:na)?|bogotá)(?!\p{L})/iu, "America/Bogota"],
  [/\bhora (?:de )?(?:argentina|buenos aires)\b/i, "America/Argentina/Buenos_Aires"],
  [/\bhora (?:de )?(?:perú|peruana|lima)(?!\p{L})/iu, "America/Lima"],
  [/\bhora (?:de )?(?:chile continental|santiago de chile|chilena)\b/i, "America/Santiago"],
  [/\bora (?:italiana|di roma)\b/i, "Europe/Rome"],
  [/\bheure (?:française|de france|métropolitaine)(?!\p{L})/iu, "Europe/Paris"],
  [/\bheure (?:belge|de bruxelles)\b/i, "Europe/Brussels"],
  [/\bheure (?:suisse|de genève)(?!\p{L})|\bschweizer zeit\b/iu, "Europe/Zurich"],
  [
    /\bheure (?:de l['’]est(?! (?:de l|d['’]|europ|afri|austral|indon|brésil))|de montréal|du québec)(?!\p{L})/iu,
    "America/Toronto",
  ],
  [/\b(?:deutscher|berliner) zeit\b/i, "Europe/Berlin"],
  [/\b(?:österreichischer|wiener) zeit\b/iu, "Europe/Vienna"],
  [/\bhora (?:peninsular|española|de madrid)(?!\p{L})/iu, "Europe/Madrid"],
  [/\bhor(?:as?|ários?) (?:(?:são|em|no horário) )?de (?:brasília|são paulo)(?!\p{L})/iu, "America/Sao_Paulo"],
  [/\bhora de lisboa\b/i, "Europe/Lisbon"],
  [/\bnederlandse tijd\b/i, "Europe/Amsterdam"],
  [/\bczasu? polski(?:ego)?\b|\bpolskiego czasu\b/i, "Europe/Warsaw"],
  [/(?<!\p{L})SEČ(?!\p{L})/u, "+01:00"],
  [/(?<!\p{L})SELČ(?!\p{L})/u, "+02:00"],
  [/\bmagyar idő/iu, "Europe/Budapest"],
  [/\bsvensk tid\b/i, "Europe/Stockholm"],
  [/\bnorsk tid\b/i, "Europe/Oslo"],
  [/\bdansk tid\b/i, "Europe/Copenhagen"],
  [/(?:по )?московск(?:ое|ому) врем\p{L}*|время (?:везде )?московское|по москве/iu, "Europe/Moscow"],
  [/(?:по )?киевск(?:ое|ому) врем\p{L}*|по киеву/iu, "Europe/Kyiv"],
  [/(?<!\p{L})TSİ(?!\p{L})|türkiye saati/iu, "Europe/Istanbul"],
  [/北京时间/u, "Asia/Shanghai"],
  [/台灣時間|台北時間|台湾时间/u, "Asia/Taipei"],
  [/香港时间|香港時間/u, "Asia/Hong_Kong"],
  [/日本時間/u, "Asia/Tokyo"],
  [/한국\s?시간/u, "Asia/Seoul"],
];
