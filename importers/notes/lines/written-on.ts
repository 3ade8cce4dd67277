import { findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import { oneOf } from "#lib/base/text/phrases.ts";

const DAY_LENGTH = 40;

/** Returns whether a line contains only a day. */
export function isBareDay(content: string): boolean {
  const stamp = content.length <= DAY_LENGTH && /\d/.test(content) ? readStamp(content) : null;
  return stamp?.date != null && stamp.clock === null && stamp.end === null && stamp.textStart >= content.length;
}

/** "Jane Doe | March 9, 2024 | 5 min read", "Posted 9 March 2024": who wrote a text, and when. */
export const isByline = (text: string): boolean =>
  text.length <= BYLINE_LENGTH && (AUTHOR.test(text) || isWritten(text) || isInPieces(text) || isInPart(text));

/** Returns whether a line is only a byline with its day, and no sentence that starts with "By". */
export const isDatedByline = (text: string): boolean =>
  isByline(text) && (isInPieces(text) || isInPart(text) || /^[\s*_.]*$/.test(text.slice(findDates(text).at(-1)?.end)));

function isInPieces(text: string): boolean {
  const pieces = plainText(text).split(/\s[|·•—]\s/);
  return (
    pieces.length > 1 &&
    pieces.some((piece) => isBareDay(piece) || isWritten(piece)) &&
    pieces.some((piece) => findDates(piece).length === 0)
  );
}

/** "2.2.2019 Novinky", "News | 2 February 2019": a day with the part of a site in which a text was published. */
export const isInPart = (text: string): boolean => {
  const plain = plainText(text).trim();
  const part = PART_BEHIND.exec(plain) ?? PART_AHEAD.exec(plain);
  return part !== null && isBareDay(plain.replace(part[0], "").trim());
};
const PART = oneOf`
  news | blog | announcements? | press releases? | novinky | aktuelles | neuigkeiten | pressemitteilung | actualités? | noticias
  notícias | novedades | notizie | nieuws | aktualności | nyheter | nyheder | новости | новини
  お知らせ | ニュース | 新着情報 | 公告 | 通知 | 新闻 | 공지(?:사항)?
`;
const PART_BEHIND = new RegExp(String.raw`[\s,|·•–—-]{1,4}(?:${PART})$`, "iu");
const PART_AHEAD = new RegExp(String.raw`^(?:${PART})[\s,:|·•–—-]{1,4}`, "iu");

/** "Joined: 2 Apr 2010 20:14": since when the author of a post has been a member. */
export const isOfProfile = (content: string): boolean => content.length <= BYLINE_LENGTH && PROFILE.test(content);
const PROFILE = new RegExp(
  String.raw`^[\s*_]{0,4}(?:${oneOf`
    joined | registered(?: on)? | member since | registration date | inscription | inscrite? (?:le|depuis) | membre depuis
    beigetreten | registriert(?: seit| am)? | mitglied seit | dabei seit | registrado(?: el| em)? | miembro desde | membro desde
    iscritt[oa](?: il| dal)? | lid (?:geworden op|sinds) | geregistreerd(?: op)? | dołączyła? | zarejestrowan[ya] | registrován
    зарегистрирован[а]? | регистрация | 登録日 | 注册(?:时间|日期) | 가입일
  `})\s?[:：]?\s?(?=\d|\p{Lu}\p{L}{2,9}\.? \d)`,
  "iu",
);

function isWritten(text: string): boolean {
  const lead = WRITTEN.exec(text);
  return lead !== null && isMoment(text.slice(lead[0].length).replace(BY, "").split(NEXT, 1)[0] ?? "");
}
/** A day, with its time or without. */
function isMoment(content: string): boolean {
  const stamp = content.length <= BYLINE_LENGTH ? readStamp(content) : null;
  return stamp?.date != null && stamp.end === null && /^[\s*_.]*$/.test(content.slice(stamp.textStart));
}
/** "Written 5 January 2026. All times UTC." */
const NEXT = /(?<=\d{4})\.\s/;
/** "Posted on 14 October by Hanna". */
const BY = /,? (?:by|von|par|por|da|door|av|af) \p{Lu}[\p{L} .'’-]{1,40}[*_]{0,3}$/u;

const BYLINE_LENGTH = 120;
const AUTHOR =
  /^[\s*_]{0,4}(?:(?:[Ww]ritten |[Pp]osted |[Pp]ublished )?[Bb]y|[Aa]uthor:?|[Vv]on|[Pp]ar|[Pp]or)\s+\p{Lu}/u;
const WRITTEN = new RegExp(
  String.raw`^[\s*_]{0,4}(?:${oneOf`
    (?:posted | published | written | created | (?:last )?(?:updated | modified | edited))(?: on)?
    veröffentlicht(?: am)? | erstellt(?: am)? | (?:geschrieben | verfasst) am | publiée?(?: le)? | (?:posté | rédigé | écrit) le
    publicado(?: el | em)? | escrito (?:el | em) | pubblicato(?: il)? | scritto il | gepubliceerd(?: op)? | geschreven op
    opublikowano | publicerad | publisert | zveřejněno | опубликовано
  `})\s?:?\s`,
  "i",
);
