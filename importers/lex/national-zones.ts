/** Universal time, and the time of a country as its own language calls it. */
export const NATIONAL_ZONES: readonly (readonly [RegExp, string])[] = [
  [/\bUT[- ][Tt]imes?\b|\b[Tt]imes? (?:(?:in|are|is) )?\(?UT\b(?!\w)|\b[Uu]niversal [Tt]ime\b/, "UTC"],
  [/\bora italiana\b/i, "Europe/Rome"],
  [/\bheure (?:française|de france|métropolitaine)(?!\p{L})/iu, "Europe/Paris"],
  [/\bdeutscher zeit\b/i, "Europe/Berlin"],
  [/\bhora (?:peninsular|española)(?!\p{L})/iu, "Europe/Madrid"],
  [/\bhor(?:a|ário) de brasília(?!\p{L})/iu, "America/Sao_Paulo"],
  [/\bnederlandse tijd\b/i, "Europe/Amsterdam"],
  [/\bczasu? polski(?:ego)?\b|\bpolskiego czasu\b/i, "Europe/Warsaw"],
  [/\bsvensk tid\b/i, "Europe/Stockholm"],
  [/\bnorsk tid\b/i, "Europe/Oslo"],
  [/\bdansk tid\b/i, "Europe/Copenhagen"],
  [/московск(?:ое|ому) врем\p{L}*|по москве/iu, "Europe/Moscow"],
  [/(?<!\p{L})TSİ(?!\p{L})|türkiye saati/iu, "Europe/Istanbul"],
  [/北京时间/u, "Asia/Shanghai"],
  [/日本時間/u, "Asia/Tokyo"],
  [/한국\s?시간/u, "Asia/Seoul"],
];
