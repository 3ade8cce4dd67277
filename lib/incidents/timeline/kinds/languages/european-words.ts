import type { Concept } from "./concept.ts";

/**
 * Words of write-ups in other languages of Europe, by what they mean. `stem*` is the start of a word, and `_` separates
 * the words of a phrase.
 */
export const EUROPEAN_WORDS: Readonly<Record<Concept, string>> = {
  alert: `alarm alarme alarmen alarmes alarma alarmas alarmu allarm* alert alerta alertas alerte alertes alertę warnmeldung*
    алерт* алярм* тревог* оповещен* сигнализац*`,
  customer: `kunde kunden kundin* anwender nutzer benutzer* client* clients utilisateur* usager* cliente clientes
    usuario* usuário* clienti utenti klant* gebruiker* inwoners klien* użytkown* клиент* пользовател* абонент*`,
  report: `melden meldet meldete* gemeldet berichten beklagen signalent signale signalé* rapportent remontent reportan
    reporta reportó reportaron informan_de informan_que relatam relatou relataram reclamam reclamações segnalano
    segnala segnalazion* melding* gemeld zgłasza* zgłosi* zgłoszeni* жалу* сообщ* пожалова* обращени*`,
  inform: `informiert benachrichtigt informés prévenus avertis notifiés informados notificados avisados informati avvisati
    geïnformeerd ingelicht poinformowan* powiadomi* уведомл* проинформ*`,
  oncall: `bereitschaft rufbereitschaft bereitschaftsdienst notdienst astreinte guardia plantão reperibil*
    wachtdienst piket dyżurn* дежурн*`,
  call: `alarmiert angerufen verständigt informiert benachrichtigt geweckt appelée appelé prévenue prévenu alertée alerté
    avisada avisado llamada acionado acionada chiamat* gebeld opgeroepen powiadomion* wezwan* звонок разбудил* вызва*
    разбужен* позвонил*`,
  incident: `incident vorfall vorfalls störfall incidente inziden* incydent* инцидент* авари*`,
  outage: `ausfall *ausfall störung *störung panne coupure indisponibilité interruption_de_service caída caida interrupción
    interrupção queda indisponibilidade guasto disservizio interruzione storing uitval awari* przerwa сбой авари*`,
  declare: `eröffnet ausgerufen eingestuft déclaré déclare déclaration ouvert ouverture declara declarado declaró abierto
    aberto dichiarat* aperto uitgeroepen apertura ogłoszon* otwart* объявл* открыт* заведён заведен`,
  close: `geschlossen abgeschlossen clos clôture clôturé cerrado cierra cierre encerrado fechado encerrada chiuso gesloten
    afgesloten zamknięt* закрыт*`,
  begin: `beginnt begann beginn eingeleitet gestartet startet ausgelöst begonnen angestoßen début commence commencent
    débute lancement lancé lancée comienza comienzan empieza empiezan inicia iniciado inicio começa começam início iniciada
    inizio inizia iniziano avviato avvio begint begonnen gestart start rozpoczę* początek zaczę* начал* начат* начина*
    запущен*`,
  done: `abgeschlossen beendet fertig erfolgt terminé terminée achevé completado completada terminado terminada finalizado
    concluído concluída finalizada completato completata terminato voltooid afgerond klaar zakończon* zakończen* завершён*
    завершен* законч* выполнен*`,
  end: `ende endet fin finalización fim fine einde koniec конец`,
  rollback: `rollback rollbacks zurückgerollt rückfall rücknahme zurückgenommen zurückgesetzt retour_arrière
    revenir_à_la_version version_précédente_restaurée réversion reversión revertir revierte revertido volver_a_la_versión
    reversão reverter revertemos revertida ripristino_della_versione teruggedraaid terugdraaien terugrollen wycofa* откат*
    откач* откач`,
  restart: `neustart neugestartet neu_gestartet redémarrage redémarré redémarrée redémarrons reinicia reinicio reiniciado
    reiniciamos reiniciaron reinício reiniciada riavvio riavviat* herstart herstarten restart restartu zrestartowa*
    перезапус* перезагруз* ребут рестарт*`,
  useless: `keine_besserung ohne_erfolg erfolglos keine_wirkung keine_änderung half_nicht hilft_nicht brachte_nichts
    sans_succès sans_effet rien_changé pas_fonctionné sin_éxito sin_efecto no_funciona no_funcionó no_ayuda sem_sucesso
    sem_efeito não_resolveu não_funcionou senza_successo avuto_effetto nessun_effetto senza_esito geen_effect zonder_succes
    helpt_niet hielp_niet bez_skutku nie_pomog* nie_pomóg* не_помог* безуспешн* не_дал* безрезультатн*`,
  decide: `entscheiden entscheidung entschieden entscheidet beschlossen beschließen décision décide décidons décidé decide
    decidimos decidió decisión decisão decidido decisione deciso decidiamo besloten besluit besluiten decyzja zdecydowa*
    postanowi* принято_решение решили решено`,
  statuspage: `statusseite statuspage störungsseite page_de_statut page_de_status page_d_état página_de_estado
    página_de_status pagina_di_stato statuspagina strona_statusu stronie_statusu статус-страниц* страниц*_статус*
    über_die_webseite auf_der_webseite auf_der_website twitter mastodon`,
  publish: `veröffentlicht aktualisiert informiert publication publions publié publie mise_à_jour publica publicado
    publicamos actualizada actualiza atualizada atualizado publicada pubblicat* aggiornat* geplaatst bijgewerkt
    gepubliceerd opublikowa* zaktualizowa* опубликова* обновил* обновлен* размещен*`,
  works: `funktioniert funktionieren läuft laufen geht fonctionne fonctionnent funciona funcionan funcionar funcionam
    funcionando funziona funzionano funzionare werkt werken działa działają работает работают заработал*`,
  again: `wieder nouveau vuelve vuelven volta voltam voltou nuovamente di_nuovo weer opnieuw ponownie znowu снова вновь`,
  available: `verfügbar erreichbar online nutzbar accessible accessibles disponible disponibles operativo operativa
    disponível disponíveis raggiungibile disponibile bereikbaar beschikbaar dostępn* доступ*`,
  restored: `wiederhergestellt instandgesetzt rétabli* rétablissement restauré* restablecid* restaurad* recuperan recuperad*
    restabelecid* normalizad* ripristinat* hersteld przywrócon* восстановл* восстановил* прекрат* заработал* подня*`,
  resolved: `behoben gelöst entstört résolu résolue résolus resuelto resuelta solucionado solucionada resolvido resolvida
    solucionada risolto risolta opgelost verholpen rozwiązan* usunięt* naprawion* решена решён устранен* устранён*`,
  normal: `normalbetrieb wieder_normal retour_à_la_normale vuelta_a_la_normalidad normalidad normalizado normalizada
    volta_ao_normal tornato_alla_normalità normalità weer_normaal wróciło_do_normy штатно штатном нормал* в_норме`,
  fully: `voll vollständig komplett alles totalement complètement entièrement todos todas por_completo totalmente
    completamente tutti tutte del_tutto volledig alle wszystk* pełn* całkowi* полностью все всё`,
  partly: `teilweise eingeschränkt einige vereinzelt partiellement partielle partiel parcialmente parcial algunos
    parzialmente gedeeltelijk deels częściowo частично часть`,
  not: `nicht kein keine noch_nicht n_est ne pas toujours_pas encore no sigue não ainda non niet geen nog_niet nie
    jeszcze не нет ещё еще`,
  gone: `nicht_mehr_erreichbar nicht_erreichbar nicht_verfügbar nicht_mehr_verfügbar nicht_mehr_möglich fällt_aus fiel_aus
    ausgefallen totalausfall inaccessible inaccessibles indisponible indisponibles injoignable injoignables hors_service
    ne_répond_plus ne_répondent_plus ne_fonctionne_plus fuera_de_servicio no_disponible no_está_disponible no_responde
    deja_de_responder dejan_de_responder deja_de_funcionar empiezan_a_fallar empieza_a_fallar caído caida_total
    fora_do_ar indisponível indisponíveis não_responde parou_de_responder parou_de_funcionar não_raggiungibile
    non_è_raggiungibile irraggiungibile non_disponibile non_risponde smette_di_funzionare niet_bereikbaar onbereikbaar
    niet_beschikbaar plat ligt_eruit przestał_działać przestała_działać przestały_działać niedostępn* недоступ* упал
    упала упали не_отвечает не_отвечают перестал*_работать перестал*_отвечать`,
  planned: `geplant geplante vorgesehen prévu prévue prévus planifié planifiée demain previsto prevista planificado
    planificada programado programada mañana planejado planejada agendado agendada pianificat* programmat* gepland geplande
    zaplanowan* planowan* заплан* планиру*`,
  supplier: `hersteller lieferant anbieter dienstleister provider hoster fournisseur constructeur éditeur hébergeur
    opérateur proveedor fabricante fornecedor provedor operadora fornitore leverancier dostawc* провайдер* поставщик*
    вендор* хостер*`,
  contact: `hinzugezogen eingeschaltet kontaktiert beauftragt ticket appelé appelée contacté contactée sollicité contacta
    contactado contactamos contato acionado acionada acionamos contattat* ingeschakeld gebeld gecontacteerd skontaktowa*
    zgłoszenie обратил* связал* тикет`,
  deploy: `deployment ausgerollt rollout einspielen eingespielt déploiement déployé déployée mise_en_production despliegue
    desplegado desplegada despliega implantação rilascio rilasciata rilasciato uitgerold uitrol wdrożeni* wdrożon* деплой*
    выкат* релиз* развёрт*`,
  replace: `ausgetauscht ersetzt umgeschaltet umgestellt ersatzgerät abgeschaltet remplace remplacé remplacée remplacement
    bascule basculé basculement sustituye sustituido reemplaza reemplazado substituído substituída sostituit* vervangen
    overgeschakeld wymienion* przełączon* замен* переключ*`,
  investigate: `untersucht untersuchung analyse untersuchen fehlersuche eingrenzung enquête investigation analysent
    investigar investiga investigando investigación análisis investigação analisar indagare indagine analisi onderzoek
    onderzoeken onderzoekt analiz* bada* sprawdza* разбор* расследова* анализ* изуча* диагност*`,
  cause: `ursache cause causa causas oorzaak przyczyn* причин*`,
  found: `gefunden identifiziert erkannt ermittelt identifiée identifié trouvée trouvé identificada identificado encontrada
    encontrado individuata trovata gevonden vastgesteld znalezion* ustalon* найден* выявлен* установлен* обнаруж*`,
  notice: `bemerkt bemerken festgestellt stellt_fest stellen_fest fällt_auf constate constatons constaté détecte détectons
    remarque remarquons observa notamos detecta detectan detectamos percebemos notiamo rileva rilevato constatato merkt
    merken stelt_vast zauważ* замет* замечен* обнаруж*`,
  monitoring: `überwachung monitoring supervision monitorización monitoreo monitoramento monitoraggio bewaking
    monitorowanie мониторинг*`,
  watch: `beobachten beobachtet beobachtung surveillance surveillons monitorizando monitoreando monitorando monitoriamo
    monitoren obserwujemy наблюда*`,
  service: `dienst dienste service services server servers serveur serveurs datenbank base_de_données servicio servicios
    servidor serviço serviços banco_de_dados servizio servizi dienstverlening usług* serwis serwera bazy сервис* систем*
    база базу базы сервер*`,
  fail: `fehler fehlermeldung fehlermeldungen fehlgeschlagen scheitert scheitern schlägt_fehl schlagen_fehl échec échecs échoue
    échouent erreur erreurs falla fallan fallando fallo fallos errores erros falha falham falhando falhas errori fallisce
    falliscono fouten foutmelding mislukt mislukken błąd błędy błędów ошибк* сбоит падает падают`,
  scale: `hochskaliert aufgestockt ampliamos redimensionné ampliato opgeschaald zwiększono масштабир* увеличили`,
  migrate: `migriert migré migrée migrés migración migrado migrada migração migrazione migrato gemigreerd migracj*
    zmigrowan* миграц* мигрир*`,
};

/** Words above that English has too. */
export const ALSO_ENGLISH = new Set(
  `start monitoring servers alarms alarm analyse inaccessible alert client clients report incident rollback rollbacks restart provider service services server online ticket
   twitter mastodon publication decide fin fine no plat hoster operator declare publish rollout deployment investigation
   surveillance normal accessible accessibles disponible cause causas enquête statuspage alle sin ne pas
   total`.split(/\s+/),
);

/** Short words that English doesn't have. They mean nothing here. */
export const SMALL_WORDS = new Set(
  `der das dem den ein eine und wird werden wurde wurden sind auf im vom zum bei nach
   de le la les du des une sont et par sur aux el los las se por una y os uma um foi dos das na em ao
   lo gli di della dei è sono stato stata il het een van op voor zijn jest są
   и в на с по для от`.split(/\s+/),
);
