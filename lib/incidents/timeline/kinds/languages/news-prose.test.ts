import { describe, expect, it } from "vitest";
import { guessKind } from "../guess-kind.ts";

/** Sentences as news, letters and histories write them. */
const TOLD: Record<string, readonly string[]> = {
  impact_started: [
    "Ab 7 Uhr gab es Störungen im Buchungsportal.",
    "In der Nacht brach die Verbindung zum Rechenzentrum zusammen.",
    "In allen Filialen ging nichts mehr.",
    "Trois communes se sont retrouvées sans téléphone.",
    "Les habitants étaient privés d'électricité.",
    "La mairie est privée d'accès à ses logiciels.",
    "Le réseau a connu une panne générale.",
    "Los vecinos se quedaron sin teléfono durante la mañana.",
    "La web de la aerolínea sufrió una caída.",
    "El banco registró una interrupción en sus cajeros por la tarde.",
    "Moradores do centro ficaram sem telefone.",
    "O portal da prefeitura sofreu uma queda por volta das 9h.",
    "Жители района остались без связи.",
    "Gli uffici sono rimasti senza rete.",
    "Il portale ha subito un'interruzione.",
    "Duizenden klanten zaten zonder internet.",
    "午後からアプリが使えなくなった。",
    "上午交易一度中断。",
    "部分门店服务中断。",
    "송금이 되지 않았다.",
    "업무가 정상적으로 이뤄지지 못했다.",
    "A fire at the substation led to a blackout across the campus.",
    "A cut cable caused a six-hour outage in the north.",
    "Owing to a failed cooling unit, all the servers in hall 2 were offline",
    "Residents in two counties lost internet service.",
    "The hospital's phones went dead.",
  ],
  "impact_started,error_observed": [
    "Am Montag gab es Probleme mit der Telefonanlage.",
    "Falhas na rede deixaram lojas paradas pela manhã.",
    "В приложении банка были сбои в платежах.",
    "電話がつながりにくい状態となった。",
    "카드 단말기에 문제가 발생했다.",
  ],
  public_update: [
    "Eine Sprecherin der Stadt teilte mit, dass die Ursache gesucht werde.",
    "Der Pressesprecher bestätigte den Ausfall.",
    "Le porte-parole de l'hôpital a confirmé l'incident.",
    "L'opérateur a publié un communiqué de presse sur la panne.",
    "Un portavoz informó de la avería.",
    "A empresa informou em nota que apura a falha.",
    "Пресс-секретарь сообщил об аварии.",
    "Il portavoce ha confermato il guasto.",
    "Een woordvoerder bevestigt de storing.",
    "发言人通报称正在抢修。",
    "관계자는 장애 사실을 확인했다고 공지했다.",
    "A spokeswoman for the city said the system was being repaired.",
  ],
  "mitigated,impact_ended": [
    "Gegen Mittag hat sich das Netz stabilisiert.",
    "La situation s'est stabilisée en fin de matinée.",
    "El servicio se restableció a las ocho de la mañana.",
    "O sistema se estabilizou por volta do meio-dia.",
  ],
  mitigated: ["通信の制限は夕方に解除された。", "The site was moved over to backup power."],
  observation: [
    "復旧見込みは未定、障害発生中",
    "A test of what would have caused an outage was planned",
    "Customers lost no service",
    "We discussed when to start restoring the archive",
    "This could have led to an outage of the whole region",
  ],
  mitigation_started: ["Crews began repairing the cable", "The team started bringing back the storage nodes"],
  alert_resolved: ["[RESOLVED] Instance db-3:9100 down", "[RESOLVED] Job backup missing"],
};

describe.each(Object.entries(TOLD))("a sentence of %s", (kinds, sentences) => {
  it.each(sentences)("is read in “%s”", (sentence) => expect(kinds.split(",")).toContain(guessKind(sentence)));
});
