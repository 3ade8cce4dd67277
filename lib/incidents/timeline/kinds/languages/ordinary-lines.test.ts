import { describe, expect, it } from "vitest";
import { KindReader } from "../kind-reader.ts";

/** Ordinary lines of write-ups, each with every kind that is right for it. */
const ORDINARY: Readonly<Record<string, string>> = {
  German: `
    alert_fired | Zabbix meldet volle Festplatte auf db3
    customer_report | Die ersten Kunden rufen an, weil der Webshop nicht lädt
    customer_report | Hotline erhält vermehrt Anrufe zu fehlgeschlagenen Logins
    acknowledged joined | Der Bereitschaftsdienst übernimmt den Alarm
    escalated | Zweite Ebene wird hinzugezogen
    error_observed impact_started | Seit dem Neustart liefert die API nur noch Fehler 502
    impact_started error_observed | Der Mailserver ist nicht mehr erreichbar
    restarted | Wir starten den Datenbankcluster neu
    rollback_started rollback_finished | Das Update wird zurückgenommen
    mitigation_failed | Der Neustart bringt keine Besserung
    scaled | Zwei weitere Knoten in Betrieb genommen
    rerouted mitigation_started | Der Verkehr wird über das zweite Rechenzentrum geleitet
    mitigated impact_ended resolved | Die meisten Nutzer können sich wieder anmelden
    resolved impact_ended | Alle Dienste laufen wieder ohne Einschränkung
    public_update | Hinweis auf der Statusseite veröffentlicht
    dependency_event | Der Provider bestätigt eine Störung in seinem Netz
    observation | Ursache gefunden: ein abgelaufenes Zertifikat
    alert_fired | Nagios alarmiert wegen hoher Last
    customer_report | Mehrere Filialen melden, dass Kassen nicht starten
    customer_report | Beim Support gehen zahlreiche Beschwerden ein
    escalated | Wir ziehen das Datenbankteam hinzu
    impact_started error_observed | Kunden können keine Bestellungen mehr aufgeben
    error_observed impact_started | Die Bezahlseite zeigt nur noch eine Fehlermeldung
    rollback_started rollback_finished | Wir rollen auf die alte Version zurück
    config_changed mitigation_started | Timeout im Loadbalancer auf 60 Sekunden erhöht
    mitigation_started config_changed flag_off | Fehlerhaftes Plugin deaktiviert
    observation mitigation_failed | Nach dem Neustart bleibt das Problem bestehen
    mitigated impact_ended resolved | Fehlerrate sinkt auf Normalniveau
    resolved closed | Vorfall geschlossen
    observation | Wir prüfen die Logs der Datenbank
    observation | Der Hersteller soll morgen eine Analyse liefern
    observation hypothesis | Wir vermuten einen Zusammenhang mit dem Zertifikat`,
  French: `
    alert_fired | La supervision remonte une alerte sur le taux d'erreurs
    customer_report | Un client nous signale qu'il ne peut plus payer
    customer_report | Le support reçoit une vague d'appels
    acknowledged | L'astreinte prend l'alerte en compte
    escalated | L'équipe réseau est appelée en renfort
    impact_started error_observed | Le site ne répond plus
    error_observed impact_started | Les requêtes vers l'API renvoient des erreurs 500
    rollback_started | Retour à la version précédente lancé
    restarted | Redémarrage des serveurs applicatifs
    mitigation_failed | Le redémarrage n'a rien changé
    scaled | Ajout de deux serveurs supplémentaires
    rerouted mitigation_started | Le trafic est basculé vers le site de secours
    mitigated impact_ended | L'accès est rétabli pour la majorité des utilisateurs
    resolved impact_ended mitigated | Tout fonctionne de nouveau normalement
    public_update | Un message est affiché sur la page de statut
    dependency_event | Notre hébergeur confirme un incident réseau
    deploy_finished deploy_started | Mise en production de la version 3.8
    customer_report | Plusieurs agences appellent pour signaler des lenteurs
    paged escalated | L'ingénieur d'astreinte est réveillé
    impact_started error_observed | Les utilisateurs ne peuvent plus se connecter
    error_observed impact_started | La base de données refuse les nouvelles connexions
    config_changed mitigation_started | Augmentation du délai d'expiration à 30 secondes
    mitigation_started flag_off config_changed | Désactivation du module fautif
    mitigation_failed | Malgré le redémarrage, le problème persiste
    mitigated impact_ended metric_shift | Le taux d'erreur redescend à la normale
    resolved closed | Incident clos
    observation | Nous cherchons l'origine du problème
    observation hypothesis | Nous soupçonnons une saturation du disque
    observation | Un correctif sera déployé demain
    mitigation_started | Application du correctif sur les serveurs de production
    deploy_finished mitigation_started deploy_started | Le correctif est déployé`,
  Spanish: `
    alert_fired | Salta la alarma de latencia en Grafana
    customer_report | Varios clientes avisan de que no pueden entrar
    customer_report | Llegan las primeras quejas por redes sociales
    escalated | Se involucra al equipo de bases de datos
    impact_started error_observed | La web deja de cargar
    rollback_started rollback_finished | Revertimos el último despliegue
    restarted | Reiniciamos el clúster de Kafka
    mitigation_failed | El reinicio no surte efecto
    scaled | Añadimos más réplicas al servicio
    rerouted mitigation_started | Desviamos el tráfico al centro de datos de Madrid
    mitigated impact_ended | El servicio se recupera poco a poco
    resolved impact_ended | Queda restablecido el servicio por completo
    public_update | Publicamos un aviso en la página de estado
    dependency_event | El proveedor de nube reconoce una avería
    declared | Se abre el incidente y se convoca al comité de crisis
    observation | Se identifica la causa: un disco lleno
    alert_fired | El sistema de monitoreo avisa de un pico de errores
    customer_report | Un usuario escribe que no ve sus pedidos
    customer_report | Soporte registra un aumento de tickets
    impact_started error_observed | Los clientes no pueden iniciar sesión
    error_observed impact_started | Empiezan a aparecer errores 500 en el checkout
    config_changed mitigation_started | Subimos el límite de conexiones
    mitigation_started config_changed flag_off | Desactivamos la integración con el ERP
    mitigation_failed | Después del reinicio todo sigue igual
    mitigated impact_ended metric_shift | La tasa de errores vuelve a valores normales
    resolved closed | Damos por cerrado el incidente
    observation | Revisamos los registros del balanceador
    observation hypothesis | Sospechamos de una consulta lenta
    observation | Mañana se aplicará un parche
    joined | Se incorpora a la llamada el responsable de sistemas
    mitigated resolved impact_ended | Los usuarios ya pueden acceder`,
  Portuguese: `
    alert_fired | O Datadog dispara alerta de CPU alta
    customer_report | Clientes começam a reclamar no chat
    customer_report | Suporte recebe chamados de usuários sem acesso
    escalated | Time de redes é acionado
    impact_started error_observed | O aplicativo fica fora do ar
    error_observed impact_started | Pedidos passam a falhar com erro 504
    rollback_started rollback_finished | Fizemos rollback para a versão 2.14
    restarted | Reinício dos pods de autenticação
    mitigation_failed | A reinicialização não resolveu
    scaled | Aumentamos o número de réplicas
    rerouted mitigation_started | Tráfego redirecionado para outra região
    mitigated impact_ended resolved | A fila volta a ser processada normalmente
    resolved impact_ended | Serviço totalmente restabelecido
    public_update | Aviso publicado na página de status
    deploy_started deploy_finished | Deploy da versão 7.1 em produção
    observation | Encontramos a causa raiz no certificado
    alert_fired | Monitoramento acusa aumento de erros 5xx
    customer_report | Cliente relata lentidão no sistema
    customer_report | Recebemos várias reclamações pelo WhatsApp
    impact_started error_observed | Usuários não conseguem fazer login
    error_observed impact_started | Servidor de banco de dados trava por falta de memória
    config_changed mitigation_started | Alterado o limite de conexões do pool
    mitigation_started config_changed flag_off | Desativamos a integração com o parceiro
    mitigation_failed | Mesmo após a reinicialização, o erro persiste
    mitigated impact_ended metric_shift | Taxa de erros volta ao normal
    resolved closed | Incidente encerrado
    observation | Analisamos os logs da aplicação
    observation hypothesis | Suspeitamos de vazamento de memória
    observation | Uma correção será aplicada amanhã
    scaled | Adicionadas duas instâncias ao cluster
    mitigated resolved impact_ended | Clientes já conseguem acessar`,
  Japanese: `
    alert_fired | CPU使用率の監視アラートが発報
    customer_report | ユーザーからログインできないとの連絡が入る
    customer_report | サポート窓口に問い合わせが急増
    escalated | インフラチームに応援を要請
    impact_started error_observed | 決済画面が表示されなくなる
    error_observed impact_started | APIが500エラーを返し始める
    rollback_started rollback_finished | 直前のリリースをロールバック
    restarted | アプリケーションサーバーを順次再起動
    mitigation_failed | 再起動しても状況は変わらず
    scaled | ワーカーを4台追加
    rerouted mitigation_started | トラフィックを待機系に切り替え
    mitigated impact_ended resolved | エラー率が通常の水準に戻る
    resolved impact_ended | 全機能の復旧を確認
    public_update | ステータスページに障害情報を掲載
    dependency_event | クラウド事業者が障害を公表
    declared | 重大障害として対策本部を設置
    deploy_finished deploy_started | 新バージョンを本番環境に反映
    alert_fired | 死活監視が異常を検知
    customer_report | お客様より「注文できない」とのお問い合わせ
    customer_report | SNSで障害の報告が相次ぐ
    impact_started error_observed | 一部ユーザーで接続できない状態が発生
    error_observed impact_started | DBへの接続がタイムアウトし始める
    config_changed mitigation_started | 接続数の上限を引き上げ
    mitigation_started config_changed flag_off | 該当機能を無効化
    mitigation_failed | ロールバック後もエラーが継続
    mitigated impact_ended metric_shift | 応答時間が平常に戻る
    resolved closed | インシデントをクローズ
    observation | ログを調査中
    hypothesis observation | メモリリークの可能性が高いと判断
    observation decision | 翌日に恒久対応を実施予定
    joined | SREチームが対応に合流
    rollback_started rollback_finished | 変更を切り戻した`,
  Chinese: `
    alert_fired | 监控系统触发CPU使用率告警
    customer_report | 客服收到大量用户投诉
    customer_report | 用户反馈无法下单
    escalated | 请求数据库团队支援
    impact_started error_observed | 网站无法打开
    error_observed impact_started | 接口开始大量返回502错误
    rollback_started rollback_finished | 将服务回滚到上一版本
    restarted | 依次重启应用服务器
    mitigation_failed | 重启后问题依旧
    scaled | 紧急扩容两台服务器
    rerouted mitigation_started | 将流量切换到备用机房
    mitigated impact_ended | 错误率逐步下降,业务开始恢复
    resolved impact_ended | 所有功能恢复正常
    public_update | 在官网发布故障公告
    dependency_event | 云服务商确认其网络出现故障
    deploy_started deploy_finished | 新版本上线
    observation | 定位到根因是索引缺失
    alert_fired | 收到数据库连接数过高的报警
    customer_report | 多位商家反映后台打不开
    customer_report | 客服电话被打爆
    impact_started error_observed | 用户无法登录
    error_observed impact_started | 数据库连接池耗尽,请求超时
    config_changed mitigation_started | 将超时时间调整为30秒
    mitigation_started config_changed flag_off | 下线问题功能
    mitigation_failed | 回滚后错误仍然存在
    mitigated impact_ended metric_shift | 响应时间回落到正常水平
    resolved closed | 故障关闭
    observation | 排查日志
    hypothesis observation | 怀疑是缓存雪崩
    observation | 计划明天发布修复版本
    restarted | 重启了缓存集群
    mitigated resolved impact_ended | 用户可以正常登录`,
  Russian: `
    alert_fired | Сработал алерт по времени ответа
    customer_report | Пользователи жалуются, что не открывается личный кабинет
    acknowledged | Дежурный принял алерт в работу
    escalated | Подключили команду сетевых инженеров
    impact_started error_observed | Сайт перестал открываться
    error_observed impact_started | Запросы к API завершаются ошибкой 500
    rollback_started rollback_finished | Откатываем последний релиз
    restarted | Перезапустили все поды сервиса авторизации
    mitigation_failed | Перезапуск не помог
    rerouted mitigation_started | Переключили трафик на резервный дата-центр
    mitigated impact_ended resolved | Ошибки прекратились, сервис работает
    resolved impact_ended | Работа сервиса полностью восстановлена
    public_update | Опубликовали сообщение на странице статуса
    dependency_event | Провайдер подтвердил аварию на магистрали
    alert_fired | Мониторинг показал рост ошибок
    customer_report | В поддержку поступают обращения клиентов
    customer_report | Пользователи пишут, что сайт не работает
    impact_started error_observed | Клиенты не могут войти в приложение
    config_changed mitigation_started | Увеличили лимит соединений
    mitigation_started config_changed flag_off | Отключили проблемный модуль
    mitigation_failed | После перезапуска ошибка осталась
    mitigated impact_ended metric_shift | Время ответа вернулось к норме
    resolved closed | Инцидент закрыт
    observation | Изучаем логи
    hypothesis observation | Подозреваем утечку памяти
    observation | Исправление запланировано на завтра
    joined | К разбору присоединились разработчики
    mitigated resolved impact_ended | Пользователи снова могут войти`,
  Taiwanese: `
    customer_report | 用戶反饋無法登入後台
    alert_fired | 監控系統觸發告警
    resolved mitigated | 服務恢復正常
    restarted | 重啟資料庫
    impact_started error_observed | 系統無法訪問
    public_update | 官網發布公告`,
  Vietnamese: `
    rollback_started | Rollback v2.4.1 đang chạy, khách hàng đã được báo
    metric_shift | Tỷ lệ lỗi giảm về 2%
    declared | Tuyên bố sự cố SEV1
    customer_report | Khách hàng phản ánh không thanh toán được
    impact_started error_observed | Trang web không truy cập được
    restarted | Khởi động lại máy chủ cơ sở dữ liệu`,
  Others: `
    mitigation_failed | 내부 네트워크 정상화 실패
    mitigation_failed | Tentatives de redémarrage échouées
    mitigation_failed | Wiederherstellung aus dem Backup fehlgeschlagen
    mitigation_failed | Перезапуск не удался
    mitigation_failed | 切り戻しに失敗
    alert_fired | Erster Vibrationsalarm an der Anlage
    declared | Se abre INC-2026-0417 con severidad P1
    escalated | Se activa el Comité de Crisis
    escalated | Krisenstab wird einberufen
    resolved | Se declara el restablecimiento
    hypothesis_rejected | Se descarta un problema de red
    error_observed | Errore fatal rilevato durante il login
    impact_started | Onlinebanking liegt lahm und ist nicht erreichbar`,
};

describe.each(Object.entries(ORDINARY))("an ordinary line in %s", (_, table) => {
  it.each(
    table
      .trim()
      .split("\n")
      .map((line) => line.trim().split(" | ")),
  )("is read as %s: “%s”", (kinds = "", text = "") =>
    expect(kinds.split(" ")).toContain(new KindReader().next(text, "")),
  );
});
