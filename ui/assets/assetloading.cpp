#include "ui/assets/assetinspector.h"
#include "ui/assets/assetlistmodel.h"
#include "ui/assets/assetspage.h"
#include "ui/assets/assettable.h"
#include "ui/assets/assigndialog.h"
#include "ui/assets/unmatchedbar.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/targetwords.h"

#include <QItemSelectionModel>
#include <QLineEdit>

#include <utility>

// The part of AssetsPage that asks the workspace and takes its answers.

namespace callboard {

// One question for everything the page shows, so that its parts never tell of different moments.
void AssetsPage::load()
{
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    const auto query = [search = m_filter->text().trimmed(), current = m_current,
                        seen = isVisible()](const WorkspaceReader &reader) {
        Answer answer;
        answer.search = search;
        if (seen)
            answer.rows = readAssetRows(reader, search, kMostAssetsListed);
        if (seen && !current.isEmpty())
            answer.detail = readAssetDetail(reader, current);
        answer.unmatched = reader.unmatchedNotifications(kMostAssetsListed);
        return answer;
    };
    m_reads.ask(this, query, [this](const Answer &answer) { take(answer); });
}

void AssetsPage::take(const Answer &answer)
{
    m_asking = false;
    if (answer.unmatched)
        takeUnmatched(*answer.unmatched);
    if (answer.rows && answer.search == m_filter->text().trimmed())
        takeRows(*answer.rows);
    if (answer.detail)
        takeDetail(*answer.detail);
    if (std::exchange(m_again, false))
        load();
}

void AssetsPage::takeRows(const Result<QList<AssetRow>> &rows)
{
    m_loaded = rows.has_value();
    m_failure = rows ? QString() : words::problem(rows.error());
    if (rows)
        m_model->setAssets(*rows, SystemClock().now());
    if (!m_table->selectionModel()->hasSelection() && !m_current.isEmpty())
        m_table->selectAsset(m_current); // the filter had hidden it
    showState();
}

void AssetsPage::takeDetail(const Result<AssetDetail> &detail)
{
    if (!detail || detail->row.id != m_current)
        return;
    m_inspector->setDetail(*detail);
    m_inspector->show();
}

void AssetsPage::takeUnmatched(const QList<EncoderNotification> &unmatched)
{
    const int count = int(unmatched.size());
    if (count == m_unmatched->count())
        return;
    m_unmatched->setCount(count, count == kMostAssetsListed);
    if (m_assign)
        m_assign->refresh();
    emit unmatchedChanged(count);
}

void AssetsPage::failed(const QString &detail)
{
    m_asking = false;
    m_again = false;
    m_failure = detail;
    showState();
}

void AssetsPage::inspect(const QString &id)
{
    m_current = id;
    enableActions();
    m_reads.ask(
        this, [id](const WorkspaceReader &reader) { return readAssetDetail(reader, id); },
        [this, id](const Result<AssetDetail> &detail) {
            if (!detail && id == m_current)
                m_messages.post({Message::Kind::Error, words::problem(detail.error()), {}, {}});
            takeDetail(detail);
        });
}

} // namespace callboard
