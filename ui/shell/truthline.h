// The status bar: engine, door, ledger, backlog, rate, size, vault, each in words and in the order of how much it
// matters. What is not as it should be is amber or red and says so in words. Where it is narrow the size and then the
// rate give way.
#pragma once

#include "core/domain/retention.h"
#include "core/engine/engineclient.h"
#include "core/engine/vaultstatus.h"
#include "core/store/deliveryquery.h"
#include "core/store/workspacereader.h"

#include <QStatusBar>

#include <optional>

class QLabel;
class QToolButton;

namespace callboard {

class RateLabel;

// Of the workspace's file.
struct StoredSize {
    qint64 bytes = 0;
    Retention retention;
};

class TruthLine : public QStatusBar {
    Q_OBJECT

public:
    explicit TruthLine(QWidget *parent = nullptr);

    void setEngine(const EngineStatus &status);
    void setVault(const VaultStatus &status);
    // Where events come in; an empty URL with a problem says why there is no door.
    void setDoor(const QString &url, const QString &problem = {});
    void setLedger(const LedgerCount &ledger);
    void setCounts(const std::optional<DeliveryCounts> &counts); // absent: not known
    void addFinished(quint64 total);                             // attempts since the start, once a second
    void setSize(const std::optional<StoredSize> &size);         // absent: not known, and not shown
    void setWorkspaceProblem(const QString &problem);            // empty: none

signals:
    void auditRequested();
    void vaultRequested(); // something is to be done about it

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void refreshEngine();
    void refreshLedger();
    void refreshVault();
    void makeParts(QWidget *row);
    void layOut(QWidget *row);
    void fit();

    QWidget *m_row = nullptr;
    QLabel *m_engineIcon = nullptr;
    QLabel *m_engine = nullptr;
    QLabel *m_door = nullptr;
    QToolButton *m_ledger = nullptr;
    QLabel *m_backlog = nullptr;
    QWidget *m_ratePart = nullptr;
    RateLabel *m_rate = nullptr;
    QLabel *m_size = nullptr;
    QLabel *m_vaultIcon = nullptr;
    QLabel *m_vault = nullptr;
    QToolButton *m_vaultRemedy = nullptr;

    EngineStatus m_status;
    VaultStatus m_vaultStatus;
    QString m_doorUrl;
    QString m_doorProblem;
    QString m_workspaceProblem;
    std::optional<LedgerCount> m_ledgerCount;
    std::optional<DeliveryCounts> m_counts;
};

} // namespace callboard
