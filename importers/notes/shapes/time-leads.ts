import { oneOf } from "#lib/base/text/phrases.ts";

/** Words that announce a time, and not a number, a ratio or a duration, by language. */
export const LEADS = {
  en: oneOf`
    (?<!(?:seconds?|minutes?|hours?|mins?|hrs?|days?|later|than)\s)after | shortly\sbefore | (?<=^|,\s)just\sbefore | at | on
    starting | beginning | as of | by | around | round | in(?=\s~) | it was(?=\s\d{1,2}:\d{2}) | about | roughly | circa | approximately
    from | since | until | between(?: the hours of)?
  `,
  de: "um|ab|seit|bis|zwischen|gegen|etwa|ca\\.|ungefähr|nach|kurz (?:vor|nach)",
  fr: "à environ|vers|à partir de|à|^a|dès|après|il (?:est|était)|depuis|environ|aux (?:environs|alentours) de|peu (?:avant|après)|jusqu['’]à",
  es: oneOf`
    a partir de las | (?:desde )?pasadas las | (?:poco )?antes de las | (?:es|era|fue|data) de las | en torno a las | a las | a la(?=\s1[:.h])
    (?:poco )?después de las | tras las | siendo las | hacia las | sobre las | desde las | hasta las | alrededor de las
    a eso de las | cerca de las
  `,
  pt: "a partir das|às|(?:logo )?(?:após as|depois das)|pelas|por volta das|desde as|até às|cerca das",
  it: "(?:d?alle|intorno alle|verso le|dopo le)(?: ore)?|ore|fino alle|circa alle|poco dopo le",
  nl: "om|rond|tegen|vanaf|omstreeks|ongeveer|sinds|tot|iets (?:voor|na)|kort (?:voor|na)",
  pl: "w godz(?:\\.|inach)|o|około|ok\\.|po|od|do|(?:o|około|ok\\.|po|od|do|przed) godz(?:\\.|inie|iny|iną|ina)?|godz\\.",
  cs: "v|ve|kolem|od|do",
  ru: "в|около|с|до|к|после|примерно в",
  uk: "о|об|близько|після|з",
  nordic: "vi?d(?= \\d{1,2}[.:]\\d{2}-?ti)|kl\\.?|klokk[ae]n|klockan|klo|fra|från|cirka|omkring|runt|rundt",
  id: "pukul|jam",
  vi: "(?:vào )?(?:lúc|khoảng)|từ|đến|tới|trước|sau",
  tr: "saat",
};
export const LEADS_TO_SPANISH = new RegExp(`^(?:${LEADS.es})\\s`, "iu");
