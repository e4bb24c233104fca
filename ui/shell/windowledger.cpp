// MainWindow's third part: what it asks the workspace for, every few seconds and when the ledger is to be recounted.
#include "ui/shell/closing/trayicon.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/truthline.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace callboard {

namespace {

struct WindowAnswer {
    LedgerCount ledger;
    Result<DeliveryCounts> counts;
    bool anyEnabled = false;
    std::optional<StoredSize> size;
};

// With its log, which belongs to it.
std::optional<StoredSize> sizeOf(const QString &file, const WorkspaceReader &reader)
{
    const auto settings = reader.settings();
    if (file.isEmpty() || !settings)
        return std::nullopt;
    return StoredSize{QFileInfo(file).size() + QFileInfo(file + QStringLiteral("-wal")).size(), settings->retention};
}

bool anyEnabled(const WorkspaceReader &reader)
{
    const QList<CallbackTarget> targets = reader.targets();
    return std::any_of(targets.begin(), targets.end(),
                       [](const CallbackTarget &target) { return target.state == TargetState::Enabled; });
}

} // namespace

void MainWindow::askLedger()
{
    const bool mayAsk = m_mayStay && windowSettings().onClose == OnClose::Ask;
    const auto query = [mayAsk, file = m_file](const WorkspaceReader &reader) {
        return WindowAnswer{reader.balance(), reader.counts(), mayAsk && anyEnabled(reader), sizeOf(file, reader)};
    };
    m_reads.ask(this, query, [this](const WindowAnswer &answer) {
        m_truth->setLedger(answer.ledger);
        m_truth->setSize(answer.size);
        take(answer.counts ? std::optional(*answer.counts) : std::nullopt, answer.anyEnabled);
        m_ledgerTimer.start(); // after the answer: a slow store is not asked more than it can bear
    });
}

void MainWindow::take(const std::optional<DeliveryCounts> &counts, bool anyEnabled)
{
    m_counts = counts;
    m_anyEnabled = anyEnabled;
    m_truth->setCounts(counts);
    if (m_tray)
        m_tray->present(m_engine.status(), counts);
    if (counts)
        emit countsChanged(*counts);
}

void MainWindow::sayLedger()
{
    if (!m_readProblem.isEmpty()) {
        m_messages->post({Message::Kind::Error, tr("The workspace can't be read: %1").arg(m_readProblem), {}, {}});
        return;
    }
    m_messages->post({Message::Kind::Info, tr("Recounting every event and delivery…"), {}, {}});
    m_reads.ask(
        this, [](const WorkspaceReader &reader) { return reader.audit(); },
        [this](const LedgerCount &ledger) {
            const QLocale locale;
            QString text = tr("Recounted: %1 accepted, %2 outcomes, %3 unexplained.")
                               .arg(locale.toString(ledger.accepted), locale.toString(ledger.outcomes),
                                    ledger.unexplained < 0 ? QStringLiteral("–") : locale.toString(ledger.unexplained));
            if (!ledger.findings.isEmpty())
                text += QLatin1Char(' ') + ledger.findings.first();
            m_messages->post({ledger.unexplained == 0 ? Message::Kind::Info : Message::Kind::Error, text, {}, {}});
        });
}

} // namespace callboard
