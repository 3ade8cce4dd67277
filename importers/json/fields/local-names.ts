/** Field names in other languages, without case, separators and accents, with the English name of the same meaning. */
const WORDS: Readonly<Record<string, string>> = {
  title: "titel titulo titre titolo tytul otsikko rubrik тема название заголовок 标题 標題 件名 タイトル 제목",
  subject: "betreff asunto objet assunto oggetto onderwerp",
  message:
    "meldung nachricht mensaje mensagem messaggio bericht melding komunikat сообщение 消息 訊息 メッセージ 메시지",
  description: "beschreibung descripcion descricao descrizione omschrijving beskrivning opis описание 描述 説明 설명",
  reason: "grund ursache motivo causa raison oorzaak причина 原因 理由",
  event: "ereignis evento evenement gebeurtenis handelse zdarzenie событие 事件 イベント",
  text: "texto texte tekst 内容 內容",
  time: "zeit zeitpunkt uhrzeit hora heure orario ora tijd tijdstip tidpunkt czas время 时间 時間 時刻 시간",
  timestamp: "zeitstempel horodatage tijdstempel marcadetiempo 时间戳",
  datetime: "datumzeit datumuhrzeit fechahora datahora dataora dateheure datumtijd дата 日時",
  date: "datum fecha dato paivamaara 日期 日付 날짜",
  start:
    "beginn anfang startzeit startzeitpunkt inicio fechainicio fechadeinicio horainicio datainicio debut datedebut heuredebut inizio datainizio orainizio startdatum starttijd aanvang poczatek начало 开始时间 開始時間 開始日時 시작시간",
  end: "ende endzeit endzeitpunkt fin fechafin fechadefin horafin datafim fim datefin heurefin fine datafine orafine einde einddatum eindtijd slut koniec окончание конец 结束时间 結束時間 終了時間 終了日時 종료시간",
  created:
    "erstellt erstelltam angelegt creado creadoen criado criadoem cree creele creato creatoil aangemaakt skapad создано 创建时间",
  resolved:
    "behoben behobenam gelostam resuelto resueltoen resolvido resolvidoem resolu resolule risolto risoltoil opgelost opgelostop",
  status: "estado statut stato toestand zustand situacao estatus статус состояние 状态 狀態 状態 상태",
  severity: "schweregrad severidad severidade gravite gravedad gravidade gravita ernst 严重性 重大度",
  user: "benutzer usuario utilisateur utilizador utente gebruiker anvandare пользователь 用户 ユーザー",
  host: "rechner servidor serveur hostnaam хост 主机 ホスト",
  service: "dienst servicio servico servizio сервис 服务 サービス",
};

const ACCENTS = /[\u0300-\u036f]/g;
const ENGLISH = new Map(
  Object.entries(WORDS).flatMap(([english, words]) =>
    words.split(" ").map((word) => [word.normalize("NFD").replace(ACCENTS, "").normalize("NFC"), english] as const),
  ),
);

/**
 * Returns the name of a field without case, separators and accents, in English if it is a known word of another
 * language.
 */
export function plainName(key: string): string {
  const name = key
    .normalize("NFD")
    .replace(ACCENTS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[_\-.\s]/g, "");
  return ENGLISH.get(name) ?? name;
}
