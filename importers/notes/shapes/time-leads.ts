import { oneOf } from "#lib/base/text/phrases.ts";

/** Words that announce a time, and not a number, a ratio or a duration, by language. */
export const LEADS = {
  en: oneOf`
    (?<!(?:seconds?|minutes?|hours?|mins?|hrs?|days?|later|than)\s)after | shortly\sbefore | (?<=^|,\s)just\sbefore | at | on
    starting | beginning | as of | by | around | round | in(?=\s~) | it was(?=\s\d{1,2}:\d{2}) | about | roughly | circa | approximately
    just\sbefore(?=\s\d{1,2}:?\d{2}\s(?:[A-Z]{3,4}|hours)\b) | during(?=\s\d{1,2}:\d{2}\s?(?:[–—-]|to)\s?\d)
    (?:started|began|ended|finished|occurred|happened|stopped|resumed|failed|crashed|recovered)(?=\s\d{1,2}:\d{2}(?!\d|:\d|\s?[–—-]))
    as early as | no later than | (?:minutes?|moments) past | past(?=\s\d{1,2}:) | towards?(?=\s\d{1,2}:)
    from | since | until | between(?: the hours of)?
  `,
  de: oneOf`
    um | ab | seit | bis | zwischen | gegen | etwa | ca\. | ungefähr | nach | kurz (?:vor|nach) | punkt | vor(?=\s\d{1,2}[:.]\d{2}\sUhr)
    es (?:war|ist)(?=\s\d{1,2}[:.]\d{2}\sUhr)
  `,
  fr: oneOf`
    à environ | vers | à partir de | à | ^a | dès | après | il (?:est|était) | depuis | environ | aux (?:environs|alentours) de
    peu (?:avant|après) | juste (?:avant|après) | avant(?=\s\d{1,2}(?::|\s?h\s?)\d{2}) | sur les coups de | jusqu['’]à
  `,
  es: oneOf`
    a partir de las | (?:desde )?pasadas las | (?:poco )?antes de las | (?:es|era|fue|data) de las | en torno a las | a las | a la(?=\s1[:.h])
    (?:poco )?después de las | tras las | siendo las | hacia las | sobre las | desde las | hasta las | alrededor de las
    eran las | justo antes de las | recién a las | a eso de las | cerca de las
  `,
  pt: oneOf`
    a partir das | às | (?:logo |pouco )?(?:após as|depois das) | pelas | por volta das | desde as | até [àa]s | cerca das | perto das
    próximo [àd]as | (?:pouco |logo )?antes das | eram(?: as)?(?=\s\d{1,2}[:h]\d{2})
  `,
  it: oneOf`
    (?:d?alle|[ai]ntorno alle|verso le|dopo le|(?:poco )?prima delle|erano le|sino alle)(?: ore)? | ore | fino alle | circa (?:al)?le | poco dopo le
  `,
  nl: oneOf`
    om | rond | tegen | vanaf | omstreeks | ongeveer | sinds | tot | (?:iets|kort|vlak|net|even) (?:voor|na)
  `,
  pl: oneOf`
    w godz(?:\.|inach) | o | około | ok\. | po | od | do | (?:o|około|ok\.|po|od|do|przed) godz(?:\.|inie|iny|iną|ina)? | godz\.
    (?:tuż|krótko|chwilę) (?:po|przed) | w okolicach | przed(?=\s\d{1,2}[:.]\d{2}) | była(?=\s\d{1,2}[:.]\d{2}) | koło
  `,
  cs: oneOf`
    v | ve | kolem | od | do | po(?=\s\d{1,2}:) | (?:krátce|těsně|krátko|tesne) (?:po|před|pred) | cca | přibližně | zhruba | okolo
    před(?=\s\d{1,2}:) | pred(?=\s\d{1,2}:)
  `,
  ru: "в|около|с|до|к|после|примерно [вк]|сразу после|незадолго до|по состоянию на|(?:перед|на)(?=\\s\\d{1,2}:)",
  uk: "о|об|близько|після|з|до|від|одразу після|незадовго до|станом на",
  nordic: oneOf`
    v[ie]d(?= \d{1,2}[.:]\d{2}-?ti) | v[ie]d(?= \d{1,2}:\d{2}) | kl\.? | klokk[ae]n? | klockan | klo | kello | fra | från | cirka | circa | omkring | runt | rundt
    ca\.?(?= \d{1,2}[.:]\d{2}) | (?:strax|kort|lige|like|rett|lidt|litt|straks|umiddelbart|snart) (?:efter|etter|före|innan|før|inden)
    (?:efter|etter|före|innan|før|inden|sedan|siden|redan|allerede|först|ungefär|omtrent|frem til|fram till?|ti(?:l|ll)|noin|ennen)(?= \d{1,2}:\d{2})
    (?:upptäcktes|(?:opp|upp|op)sto[dg]|oppsto|inntraff|inträffade|indtraf|(?:be)?gynte|begyndte|började|startet|startade|startede|skjedde|skedde|skete|sluttet|slutade|sluttede|endte)(?= \d{1,2}:\d{2}(?!\d|:\d|\s?[–—-]))
  `,
  id: "(?:sekitar |sejak |mulai |hingga |sampai |setelah |sebelum |tepat |pada )?(?:pukul|jam)|(?:sekitar|sejak|mulai|hingga|sampai|setelah|sebelum|pada)(?=\\s\\d{1,2}[:.]\\d{2})",
  vi: "(?:vào )?(?:lúc|khoảng)|từ|đến|tới|trước|sau",
  tr: "saat(?:ler)?|yaklaşık",
  ro: "(?:(?:de |până |cu |aproximativ )?la |după |înainte de |începând cu )?ora|la(?=\\s\\d{1,2}:)|(?:în jurul|înaintea) orei",
  el: "(?:στις|από τις|μέχρι τις|γύρω στις|μετά τις|πριν τις|περί τις)",
};
export const LEADS_TO_SPANISH = new RegExp(`^(?:${LEADS.es})\\s`, "iu");

/** "14:20'de", "8:15-kor": a time with the ending that tells it, as in Turkish and Hungarian. */
export const ENDING =
  /(?<![\w:.-])(?=\d{1,2}[:.]\d{2}(?:['’](?:[dt][ea]n?|[ae]|y[ea]|s[ıiuü]nd[ea]n?|ye kadar|e kadar)|-(?:k[oö]r|t[oóöő]l|ig|r[ae])|\s(?:után|előtt|óta|órakor|sularında|sıralarında|civarında|itibar\p{L}+))(?!\p{L}))/gu;

/** "2:14pm alerts fire; 2:20pm …": a time at the start of a sentence or of a part behind a semicolon, "fiel 14:05 Uhr aus". */
export const FIRST_CLOCK =
  /(?<=^|;\s)(?=\d{1,2}:\d{2}(?!\d|:\d|%|\s?[-–—:|])|\d{1,2}h\d{2},\s)|(?<=\p{L}\s)(?=\d{1,2}[:.]\d{2}\sUhr(?!\p{L}))/gu;
