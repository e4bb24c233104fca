// The status bar: engine, door, ledger, backlog, vault, each in words and in the order of how much it matters. What is
// not as it should be is amber or red and says so in words.
#pragma once

#include "core/engine/engineclient.h"
#include "core/store/deliveryquery.h"
#include "core/store/workspacereader.h"

#include <QStatusBar>

#include <optional>

class QLabel;
class QToolButton;

namespace callboard {

class TruthLine : public QStatusBar {
    Q_OBJECT

public:
    explicit TruthLine(QWidget *parent = nullptr);

    void setEngine(const EngineStatus &status);
    // Where events come in; an empty URL with a problem says why there is no door.
    void setDoor(const QString &url, const QString &problem = {});
    void setLedger(const LedgerCount &ledger);
    void setCounts(const std::optional<DeliveryCounts> &counts); // absent: not known
    void setWorkspaceProblem(const QString &problem);            // empty: none

signals:
    void auditRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void refreshEngine();
    void refreshLedger();
    void refreshVault();

    QLabel *m_engineIcon = nullptr;
    QLabel *m_engine = nullptr;
    QLabel *m_door = nullptr;
    QToolButton *m_ledger = nullptr;
    QLabel *m_backlog = nullptr;
    QLabel *m_vaultIcon = nullptr;
    QLabel *m_vault = nullptr;

    EngineStatus m_status;
    QString m_doorUrl;
    QString m_doorProblem;
    QString m_workspaceProblem;
    std::optional<LedgerCount> m_ledgerCount;
    std::optional<DeliveryCounts> m_counts;
};

} // namespace callboard
