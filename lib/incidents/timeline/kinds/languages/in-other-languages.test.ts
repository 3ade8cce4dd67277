import { describe, expect, it } from "vitest";
import { guessKind } from "../guess-kind.ts";

/** Lines of write-ups, each with its kind. */
const TOLD: Readonly<Record<string, string>> = {
  German: `
    alert_fired | Das Monitoring schlägt Alarm: Antwortzeiten über 5 Sekunden
    alert_fired | Alarm wegen hoher Last auf db-2 ausgelöst
    customer_report | Erste Kunden melden Probleme beim Login
    customer_report | Ein Kunde meldet, dass Rechnungen fehlen
    impact_started | Ab jetzt ist der Webshop nicht mehr erreichbar
    impact_started | Totalausfall der Telefonanlage
    paged | Rufbereitschaft wird informiert
    declared | Incident wird eröffnet
    escalated | Der Hersteller wird hinzugezogen
    decision | Wir entscheiden uns für einen Rollback
    rollback_started | Rollback auf Version 3.2 wird gestartet
    rollback_finished | Rollback abgeschlossen
    restarted | Neustart der Datenbank
    mitigation_failed | Neustart des Dienstes bringt keine Besserung
    public_update | Statusseite aktualisiert
    mitigated | Die Anmeldung funktioniert wieder
    resolved | Störung behoben
    resolved | Alle Systeme sind wieder voll verfügbar
    observation | Die Wartung ist für Samstag geplant
    observation | Der Fehler ist noch nicht behoben
    error_observed | Fehler beim Versand der Rechnungen
    error_observed | Nächtlicher Import schlägt fehl
    observation | Die Ursache der Fehler ist unklar
    migration | Postfächer migriert
    observation | Techniker prüft die Protokolle`,
  French: `
    alert_fired | La supervision remonte une alerte sur la base de données
    customer_report | Des clients signalent des erreurs de paiement
    impact_started | Le site est inaccessible
    impact_started | Début de la panne
    paged | L'astreinte est appelée
    escalated | Ouverture d'un ticket chez notre fournisseur
    decision | Décision de revenir à la version précédente
    rollback_started | Début du retour arrière
    rollback_finished | Retour arrière terminé
    restarted | Redémarrage du serveur web
    mitigation_failed | Le redémarrage du service n'a rien changé
    public_update | Publication d'un message sur la page de statut
    mitigated | Le service est partiellement rétabli
    resolved | Retour à la normale
    resolved | Fin de l'incident
    observation | Le service n'est toujours pas rétabli
    observation | Une intervention est prévue demain
    error_observed | Erreurs 500 sur la page de paiement
    observation | Analyse des journaux`,
  Spanish: `
    alert_fired | Salta la alerta de latencia
    customer_report | Varios clientes reportan que no pueden entrar
    impact_started | El servicio deja de responder
    impact_started | Comienza la caída del servicio
    declared | Se declara el incidente
    escalated | Se contacta con el proveedor
    decision | Se decide volver a la versión anterior
    rollback_finished | Rollback completado
    restarted | Se reinicia el servidor de base de datos
    mitigation_failed | Se reinicia el servicio, sin éxito
    public_update | Se publica un aviso en la página de estado
    mitigated | Los pagos vuelven a funcionar
    resolved | Servicio restablecido por completo
    resolved | Incidente resuelto
    error_observed | Los envíos fallan con errores 502
    migration | Migración de la base de usuarios
    observation | El problema sigue sin resolverse
    observation | Está previsto un mantenimiento`,
  Portuguese: `
    alert_fired | Alerta de erro 500 disparado
    customer_report | Clientes relatam falha no checkout
    impact_started | Site fora do ar
    declared | Incidente declarado
    decision | Decidimos reverter o deploy
    rollback_finished | Rollback concluído
    restarted | Reinício do servidor
    mitigation_failed | Reiniciamos o serviço, mas sem sucesso
    public_update | Página de status atualizada
    mitigated | Serviço restabelecido parcialmente
    resolved | Serviço normalizado
    resolved | Incidente resolvido
    observation | Ainda não foi resolvido`,
  Italian: `
    alert_fired | Scatta l'allarme sul carico
    customer_report | I clienti segnalano errori
    impact_started | Il sito non è raggiungibile
    restarted | Riavvio del server
    mitigation_failed | Il riavvio non ha avuto effetto
    public_update | Aggiornata la pagina di stato
    impact_ended | Servizio ripristinato
    resolved | Problema risolto
    observation | Il problema non è ancora risolto`,
  Dutch: `
    alert_fired | Monitoring geeft een alarm op de database
    customer_report | Klanten melden dat ze niet kunnen inloggen
    impact_started | De website is niet bereikbaar
    escalated | Leverancier ingeschakeld
    restarted | Herstart van de server
    mitigation_failed | Herstart heeft geen effect
    public_update | Bericht geplaatst op de statuspagina
    mitigated | Inloggen werkt weer
    resolved | Storing verholpen
    observation | De storing is nog niet verholpen`,
  Polish: `
    alert_fired | Monitoring zgłasza alarm
    customer_report | Klienci zgłaszają problemy z logowaniem
    impact_started | Serwis przestał działać
    restarted | Restart serwera bazy danych
    mitigation_failed | Restart nie pomógł
    resolved | Awaria usunięta
    impact_ended | Usługa przywrócona`,
  Russian: `
    alert_fired | Сработал алерт на рост ошибок
    customer_report | Пользователи жалуются на ошибки входа
    impact_started | Сервис недоступен
    paged | Дежурный получил звонок
    decision | Принято решение откатить релиз
    rollback_started | Начали откат
    rollback_finished | Откат завершён
    restarted | Перезапустили базу данных
    mitigation_failed | Перезапуск не помог
    public_update | Обновили статус-страницу
    mitigated | Ошибки прекратились
    resolved | Сервис полностью восстановлен
    resolved | Инцидент закрыт, всё работает штатно
    observation | Сервис ещё не восстановлен
    error_observed | Ошибки в логах платежей
    migration | Миграция таблиц заказов
    observation | Планируется обновление`,
  Chinese: `
    alert_fired | 监控告警触发
    customer_report | 用户反馈无法登录
    impact_started | 服务不可用
    decision | 决定回滚
    rollback_started | 开始回滚
    rollback_finished | 回滚完成
    restarted | 重启数据库
    mitigation_failed | 重启无效
    public_update | 发布公告
    resolved | 服务完全恢复
    error_observed | 订单接口报错 HTTP 500
    impact_started | 支付开始失败
    migration | ES Modules 架构迁移 (commit 90ab1c)
    scaled | web 扩容到 12 pods
    mitigation_failed | 重启 api-3, 仍然失败
    observation | 尚未恢复
    observation | 计划升级`,
  Japanese: `
    alert_fired | アラートが発報
    customer_report | ユーザーからログインできないとの問い合わせ
    impact_started | サービスが利用できない状態になる
    decision | ロールバックを決定
    rollback_started | ロールバックを開始
    rollback_finished | ロールバック完了
    restarted | サーバーを再起動
    public_update | ステータスページを更新
    mitigated | ログインが復旧
    resolved | 全サービスが完全に復旧
    error_observed | Job payment-sync が失敗
    impact_started | 全 Pod で失敗開始
    mitigated | Job 4711 成功、復旧確認
    restarted | mysql-0 を再起動
    mitigation_failed | proxy を再起動するも失敗継続
    deploy_started | アラート設定を Deploy、新ルールをデプロイ
    migration | users table を新 DB へ移行
    observation | まだ復旧していない
    observation | 再起動を予定`,
  Norwegian: `
    alert_fired | Alarm om høy responstid på databasen
    customer_report | Kunder melder om feil ved innlogging
    impact_started | Tjenesten er utilgjengelig
    paged | Vakten blir oppringt
    escalated | Leverandøren kontaktes
    escalated | Vi kontakter leverandøren
    decision | Vi beslutter å rulle tilbake
    rollback_finished | Tilbakerulling fullført
    rollback_finished | Versjon 4.2 er rullet tilbake
    deploy_started | Ny versjon rulles ut
    deploy_finished | Rettelsen er deployet til produksjon
    deploy_finished | Feilretting er produksjonssatt
    restarted | Omstart av serveren
    mitigation_failed | Omstart av tjenesten uten effekt
    public_update | Statussiden er oppdatert
    mitigated | Innlogging virker igjen
    resolved | Feilen er rettet
    impact_ended | Tjenesten er gjenopprettet
    observation | Feilen er ikke rettet
    observation | Årsaken til feilen er ukjent`,
  Danish: `
    customer_report | Kunder melder om fejl ved betaling
    impact_started | Tjenesten er utilgængelig
    decision | Vi beslutter at rulle tilbage
    restarted | Genstart af databasen
    mitigation_failed | Genstart af tjenesten uden effekt
    public_update | Statussiden er opdateret
    mitigated | Betaling virker igen
    resolved | Fejlen er rettet
    observation | Fejlen er ikke rettet`,
  Swedish: `
    customer_report | Kunder rapporterar fel vid inloggning
    impact_started | Tjänsten är otillgänglig
    decision | Vi beslutar att rulla tillbaka
    restarted | Omstart av servern
    mitigation_failed | Omstart av tjänsten utan effekt
    public_update | Statussidan uppdaterad
    mitigated | Inloggningen fungerar igen
    resolved | Felet åtgärdat
    observation | Felet är inte åtgärdat`,
  Czech: `
    error_observed | Přestal fungovat web
    impact_started | Server je nedostupný
    customer_report | Zákazníci hlásí problémy
    rollback_finished | Vrácení verze dokončeno, vrácena verze 3
    restarted | Restartovali jsme databázi
    deploy_started | Nasazení nové verze
    resolved | Vše opět funguje
    mitigated | Databáze byla obnovena
    resolved | Chyba byla opravena
    observation | Služba ještě není dostupná`,
  Turkish: `
    observation | Nedeni bilinmiyor
    impact_started | Veritabanı yanıt vermemeye başladı
    impact_started | Site erişilemez durumda
    restarted | Sistem yeniden başlatıldı
    resolved | Hata düzeltildi
    mitigated | Site tekrar erişilebilir`,
  Indonesian: `
    impact_started | Situs tidak dapat diakses
    customer_report | Pelanggan melaporkan kendala
    mitigated | Layanan dipulihkan
    resolved | Semua layanan pulih kembali`,
  Korean: `
    alert_fired | 모니터링 알람 발생
    customer_report | 고객 문의가 들어옴
    impact_started | 서비스 접속 불가
    declared | 장애 선언
    restarted | 서버를 재시작
    rollback_started | 롤백 시작
    rollback_finished | 롤백 완료
    deploy_started | 새 버전 배포
    impact_ended | 서비스 복구 완료
    observation | 아직 복구되지 않음`,
  "the past tense": `
    error_observed | Die ersten Anfragen fielen aus
    customer_report | Mehrere Kollegen meldeten, dass sie nicht telefonieren können
    escalated | Der Dienstleister wurde informiert
    resolved | Alles funktionierte wieder
    restarted | Die Anlage startet neu
    acknowledged | Prise en charge par l'astreinte
    rollback_started | L'équipe a annulé le changement
    mitigated | Tout fonctionnait à nouveau
    resolved | Le service est revenu à la normale
    restarted | El equipo reinició los servidores
    impact_started | El servicio no respondía
    public_update | Avisamos a los clientes
    impact_started | Il sito non era raggiungibile
    mitigated | Il servizio è tornato attivo
    customer_report | We kregen de eerste meldingen
    resolved | Alles werkte weer
    paged | Dienstdoende gebeld
    paged | Powiadomienie dyżurnego
    impact_started | Brak odpowiedzi API
    resolved | Wszystko działało poprawnie
    resolved | Всё работало`,
  "who is called, and tickets": `
    escalated | Eskalation an die zweite Linie
    escalated | L'analyste escalade le cas vers l'admin
    escalated | Se escala al equipo de plataforma
    escalated | O caso foi escalado para a equipe de rede
    escalated | Il caso è escalato al reparto reti
    escalated | Geëscaleerd naar het netwerkteam
    escalated | Eskalacja do zespołu baz danych
    escalated | Инцидент эскалирован на вторую линию
    escalated | DBチームへエスカレーション
    closed | Tickets nº 7 et 8 clôturés
    closed | Ticket geschlossen
    observation | Ticket nº 7 créé automatiquement
    observation | Ticket 12 automatisch erstellt und zugewiesen`,
  "what is brought back from a copy": `
    mitigation_started | Wiederherstellung aus dem Backup gestartet
    mitigation_started | Restauration du profil depuis la sauvegarde
    mitigation_started | Base de datos restaurada desde la copia de seguridad
    mitigation_started | Ripristinato il volume dalla copia di sicurezza
    mitigation_started | Восстановление профиля из бэкапа вручную
    mitigation_started | 从备份恢复数据库
    mitigation_started | バックアップから復旧を開始`,
  "crashes that aren't restarts by someone": `
    error_observed | worker がクラッシュループ、3 回再起動
    error_observed | 服务崩溃并自动重启
    error_observed | Der Dienst stürzt ab
    error_observed | Le service plante et redémarre en boucle`,
  "decisions behind a label": `
    decision | Decisión: Rollback a v1
    decision | Entscheidung: Neustart der Anlage
    decision | Décision: rollback de la version
    decision | Isolation du poste décidée`,
};

describe.each(Object.entries(TOLD))("in %s", (_language, lines) => {
  it.each(
    lines
      .trim()
      .split("\n")
      .map((line) => line.trim().split(" | ")),
  )("reads the kind %s in “%s”", (kind = "", text = "") => expect(guessKind(text)).toBe(kind));
});
