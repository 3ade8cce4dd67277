import { expect, it } from "vitest";
import { misread } from "../testing/misread.ts";

/**
 * Usual lines of timelines, each with every kind that is right for it, and lines with the same words that have no
 * kind.
 */
const USUAL: Readonly<Record<string, string>> = {
  Polish: `
    deploy_finished deploy_started | Wdrożono wersję 4.2 na produkcję
    deploy_started | Rozpoczęto wdrożenie
    deploy_finished | Wdrożenie zakończone
    config_changed | Zmieniono konfigurację load balancera
    migration | Rozpoczęto migrację bazy danych
    impact_started error_observed | Strona jest niedostępna
    impact_started error_observed | Użytkownicy nie mogą się zalogować
    impact_started | Początek awarii
    impact_started error_observed | Całkowita niedostępność usługi
    impact_started error_observed | Serwer przestał odpowiadać
    error_observed | Błędy 500 w logach
    error_observed | Pełny dysk na db2
    error_observed | Certyfikat wygasł
    metric_shift | Obciążenie CPU wzrosło do 100%
    metric_shift error_observed | Wzrost liczby błędów
    alert_fired | Alarm: wysoki poziom błędów
    alert_fired | Monitoring zgłasza alarm
    customer_report | Pierwsze zgłoszenie od klienta
    customer_report | Klient zgłasza błędy przy płatności
    customer_report | Użytkownicy zgłaszają problemy z logowaniem
    paged | Wezwano dyżurnego
    acknowledged | Dyżurny potwierdził alarm
    escalated | Eskalacja do zespołu sieciowego
    escalated | Zgłoszenie do dostawcy
    escalated | Kontakt z dostawcą
    joined | Zespół sieciowy dołącza do rozmowy
    declared | Ogłoszono incydent
    handoff | Przekazanie zmiany
    hypothesis | Podejrzenie: wyciek pamięci
    hypothesis_rejected | Wykluczono sieć jako przyczynę
    decision | Zdecydowano o wycofaniu zmiany
    mitigation_started rerouted | Przełączenie na serwer zapasowy
    mitigation_started | Zablokowano adresy IP
    mitigation_started | Rozpoczęto przywracanie z kopii zapasowej
    mitigation_started deploy_finished deploy_started | Wdrożono poprawkę
    mitigation_started | Wymieniono uszkodzony dysk
    rollback_started rollback_finished | Wycofano zmianę
    restarted | Zrestartowano serwer
    restarted | Restart usługi
    scaled | Dodano dwie instancje
    rerouted mitigation_started | Ruch przekierowano do drugiego centrum danych
    mitigated metric_shift | Liczba błędów spada
    mitigated impact_changed | Usługa częściowo przywrócona
    mitigation_failed | Restart nie pomógł
    monitoring | Monitorujemy sytuację
    resolved impact_ended | Awaria usunięta
    resolved impact_ended mitigated | Przywrócono działanie usługi
    resolved impact_ended | Wszystko działa poprawnie
    resolved impact_ended | Koniec awarii
    closed | Zgłoszenie zamknięte
    public_update | Zaktualizowano stronę statusu
    public_update | Poinformowano klientów
    internal_update | Poinformowano zarząd
    dependency_event | Dostawca potwierdza awarię
    observation | Znaleziono przyczynę
    observation | Trwa analiza
    observation | Prace nad usunięciem awarii trwają
    observation | Nie było żadnego alarmu
    observation | Restart zaplanowano na jutro
    observation | Certyfikat nie wygasł
    observation | Dysk nie jest pełny
    observation | Rozważamy restart
    observation | Nie zablokowano adresów IP`,
  Russian: `
    deploy_finished deploy_started | Выкатили версию 4.2 в прод
    deploy_finished deploy_started | Релиз 4.2 выложен в продакшен
    deploy_started | Начали деплой
    deploy_finished | Деплой завершён
    config_changed | Изменили конфиг балансировщика
    migration | Запущена миграция базы данных
    impact_started error_observed | Сайт недоступен
    impact_started error_observed | Пользователи не могут войти
    impact_started | Начало инцидента
    impact_started error_observed | Полная недоступность сервиса
    impact_started error_observed | Сервис перестал отвечать
    impact_started error_observed | Платежи не проходят
    error_observed | В логах ошибки 500
    error_observed | Закончилось место на диске db2
    error_observed | Истёк сертификат
    metric_shift | Нагрузка на CPU выросла до 100%
    metric_shift error_observed | Рост числа ошибок
    alert_fired | Алерт: высокий уровень ошибок
    alert_fired | Сработал алерт мониторинга
    alert_fired | Мониторинг сообщил о недоступности
    customer_report | Первое обращение клиента
    customer_report | Клиент сообщил об ошибках оплаты
    customer_report | Пользователи жалуются на медленную работу
    customer_report | В поддержку поступили первые жалобы
    paged | Вызвали дежурного инженера
    paged | Дежурному поступил звонок
    acknowledged | Дежурный подтвердил алерт
    acknowledged | Дежурный взял алерт в работу
    escalated | Эскалация на команду сети
    escalated | Обратились в поддержку провайдера
    escalated | Завели тикет у хостера
    joined | Подключилась команда сети
    declared | Объявлен инцидент
    declared | Заведён инцидент
    handoff | Передача смены
    hypothesis | Подозрение на утечку памяти
    hypothesis | Предположили проблему с DNS
    hypothesis_rejected | Сеть исключили
    decision | Решили откатить релиз
    mitigation_started rerouted | Переключение на резервный сервер
    mitigation_started | Заблокировали IP-адреса
    mitigation_started | Начали восстановление из бэкапа
    mitigation_started deploy_finished deploy_started | Выкатили хотфикс
    mitigation_started | Заменили неисправный диск
    mitigation_started | Почистили кэш
    rollback_started | Начали откат
    rollback_finished | Откат завершён
    restarted | Перезапустили сервис
    restarted | Перезагрузка сервера
    scaled | Добавили две реплики
    scaled | Увеличили количество воркеров
    rerouted mitigation_started | Перенаправили трафик
    mitigated metric_shift | Количество ошибок снизилось
    mitigated impact_changed | Сервис частично восстановлен
    mitigation_failed | Перезапуск не помог
    monitoring | Продолжаем наблюдать
    monitoring | Наблюдаем за ситуацией
    resolved impact_ended | Инцидент решён
    resolved impact_ended | Проблема устранена
    resolved impact_ended mitigated | Работа сервиса восстановлена
    resolved impact_ended | Всё работает в штатном режиме
    resolved impact_ended | Конец инцидента
    closed | Тикет закрыт
    public_update | Обновили статус-страницу
    public_update | Оповестили клиентов
    public_update | Опубликовали сообщение в канале
    internal_update | Уведомили руководство
    dependency_event | Провайдер подтвердил аварию
    observation | Нашли причину
    observation | Ведётся анализ
    observation | Алерт не сработал
    observation | Перезапуск запланирован на завтра
    observation | Сертификат ещё не истёк
    observation | Диск не заполнен
    observation | Рассматриваем откат
    observation | IP-адреса не блокировали
    observation | Клиенты не пострадали`,
  Japanese: `
    deploy_finished deploy_started | バージョン4.2を本番環境にデプロイ
    deploy_finished deploy_started | 新バージョンをリリース
    deploy_finished | デプロイ完了
    config_changed | ロードバランサの設定を変更
    migration | データベースの移行を開始
    impact_started error_observed | サイトにアクセスできない
    impact_started error_observed | ユーザーがログインできなくなる
    impact_started | 障害発生
    impact_started error_observed | サービス全停止
    impact_started error_observed | 決済エラーが発生
    error_observed | ログに500エラー
    error_observed | ディスク容量不足
    error_observed | 証明書の有効期限切れ
    metric_shift | CPU使用率が100%に上昇
    metric_shift error_observed | エラー率が上昇
    alert_fired | アラート発報
    alert_fired | 監視アラートを検知
    alert_fired | 監視システムがアラートを発報
    customer_report | お客様より問い合わせ
    customer_report | ユーザーからログインできないとの報告
    customer_report | サポートに問い合わせが入る
    paged | オンコール担当を呼び出し
    acknowledged | 担当者がアラートを確認
    escalated | ネットワークチームにエスカレーション
    escalated | ベンダーに問い合わせ
    escalated | データセンターに連絡
    joined | ネットワーク担当が合流
    declared | インシデント宣言
    declared escalated | 対策本部を設置
    handoff | 夜間担当に引き継ぎ
    hypothesis | メモリリークの可能性
    hypothesis | DNSの問題と推測
    hypothesis_rejected | ネットワークは原因ではないと判断
    decision | ロールバックを決定
    decision | 切り戻しを判断
    mitigation_started rerouted | 予備系に切り替え
    mitigation_started | 攻撃元IPを遮断
    mitigation_started | バックアップからの復元を開始
    mitigation_started deploy_finished deploy_started | 修正版をデプロイ
    mitigation_started | 故障したディスクを交換
    mitigation_started | キャッシュをクリア
    rollback_started | ロールバック開始
    rollback_finished | ロールバック完了
    restarted | サーバーを再起動
    scaled | サーバーを2台追加
    rerouted mitigation_started | トラフィックを迂回
    mitigated metric_shift | エラー率が低下
    mitigated impact_changed | 一部サービスが復旧
    mitigation_failed | 再起動しても改善せず
    monitoring | 経過観察
    resolved impact_ended | 障害解消
    resolved impact_ended mitigated | サービス復旧
    resolved impact_ended | 復旧完了
    resolved impact_ended | 全サービス正常化を確認
    closed | インシデントをクローズ
    public_update | ステータスページを更新
    public_update | お客様へメールで案内
    public_update | 障害情報を公開
    internal_update | 社内に周知
    internal_update | 経営層に報告
    dependency_event | データセンター事業者が障害を公表
    observation | 原因を特定
    observation | 調査開始
    observation | アラートは発報されなかった
    observation | 明日再起動予定
    observation | 証明書の期限切れではない
    observation | ロールバックを検討
    observation | キャッシュのクリアは未実施
    observation | お客様への影響なし
    observation | 明日キャッシュをクリア予定`,
  Chinese: `
    deploy_finished deploy_started | 发布 4.2 版本
    deploy_finished deploy_started | 新版本上线
    deploy_finished | 部署完成
    config_changed | 修改负载均衡配置
    migration | 开始数据库迁移
    impact_started error_observed | 网站无法访问
    impact_started error_observed | 用户无法登录
    impact_started | 故障开始
    impact_started error_observed | 服务全部不可用
    impact_started error_observed | 支付失败
    error_observed | 日志出现大量500错误
    error_observed | 磁盘写满
    error_observed | 证书过期
    error_observed | 数据库崩溃
    metric_shift | CPU使用率飙升到100%
    metric_shift error_observed | 错误率上升
    alert_fired | 收到告警
    alert_fired | 监控告警触发
    alert_fired | 监控报警
    customer_report | 用户反馈无法支付
    customer_report | 客服收到用户投诉
    customer_report | 首个客户报障
    paged | 电话通知值班人员
    acknowledged | 值班同学响应
    acknowledged | 值班人员认领告警
    escalated | 升级给网络团队
    escalated | 联系云厂商
    escalated | 向供应商提交工单
    joined | 网络团队加入排查
    declared | 宣布为P1事件
    handoff | 交接班
    hypothesis | 怀疑是内存泄漏
    decision | 决定回滚
    mitigation_started rerouted | 切换到备用节点
    mitigation_started | 封禁攻击IP
    mitigation_started | 开始从备份恢复数据
    mitigation_started deploy_finished deploy_started | 发布修复版本
    mitigation_started | 更换故障硬盘
    mitigation_started | 清理缓存
    rollback_started | 开始回滚
    rollback_finished | 回滚完成
    restarted | 重启服务
    scaled | 扩容两台机器
    scaled | 增加两个节点
    rerouted mitigation_started | 流量切换到备用机房
    mitigated metric_shift | 错误率下降
    mitigated impact_changed | 部分服务恢复
    mitigation_failed | 重启无效
    monitoring | 持续观察
    resolved impact_ended | 故障解除
    resolved impact_ended mitigated | 服务恢复
    resolved impact_ended | 全部恢复正常
    closed | 工单关闭
    public_update | 发布公告
    public_update | 更新状态页
    internal_update | 内部通报
    dependency_event | 云厂商确认故障
    observation | 定位到原因
    observation | 开始排查
    observation | 未触发告警
    observation | 计划明天重启
    observation | 证书没有过期
    observation | 评估是否需要重启
    observation | 计划明天清理缓存
    observation | 用户未受影响
    observation | 是否需要回滚尚未确定`,
  Korean: `
    deploy_finished deploy_started | 4.2 버전 배포
    deploy_finished | 배포 완료
    config_changed | 로드밸런서 설정 변경
    migration | 데이터베이스 마이그레이션 시작
    impact_started error_observed | 사이트 접속 불가
    impact_started error_observed | 사용자 로그인 불가
    impact_started | 장애 발생
    impact_started error_observed | 서비스 전면 중단
    impact_started error_observed | 결제 오류 발생
    error_observed | 로그에 500 에러 다수
    error_observed | 디스크 용량 부족
    error_observed | 인증서 만료
    metric_shift | CPU 사용률 100%로 급증
    metric_shift error_observed | 에러율 상승
    alert_fired | 알람 발생
    alert_fired | 모니터링 알림 수신
    customer_report | 고객 문의 접수
    customer_report | 사용자 제보로 장애 인지
    paged | 온콜 담당자 호출
    acknowledged | 담당자 알람 확인
    escalated | 네트워크팀에 에스컬레이션
    escalated | 업체에 문의
    joined | 네트워크팀 합류
    declared | 장애 선포
    handoff | 야간 근무자에게 인수인계
    hypothesis | 메모리 누수 의심
    decision | 롤백 결정
    mitigation_started rerouted | 예비 서버로 전환
    mitigation_started | 공격 IP 차단
    mitigation_started | 백업에서 복구 시작
    mitigation_started deploy_finished deploy_started | 핫픽스 배포
    mitigation_started | 고장난 디스크 교체
    rollback_started | 롤백 시작
    rollback_finished | 롤백 완료
    restarted | 서버 재시작
    scaled | 서버 2대 증설
    rerouted mitigation_started | 트래픽 우회
    mitigated metric_shift | 에러율 감소
    mitigated impact_changed | 일부 서비스 복구
    mitigation_failed | 재시작했으나 개선되지 않음
    monitoring | 모니터링 지속
    resolved impact_ended | 장애 해소
    resolved impact_ended mitigated | 서비스 복구
    resolved impact_ended | 정상화 완료
    public_update | 공지사항 게시
    public_update | 고객 안내 메일 발송
    internal_update | 경영진 보고
    observation | 원인 파악
    observation | 원인 분석 중
    observation | 알람이 발생하지 않음
    observation | 내일 재시작 예정
    observation | 인증서는 만료되지 않음
    observation | 롤백 검토 중
    observation | 캐시 삭제 예정
    observation | 고객 영향 없음`,
};

it.each(Object.keys(USUAL))("reads the usual lines of a timeline in %s", (language) =>
  expect(misread(USUAL[language] ?? "")).toEqual([]),
);
