#include "ui/assets/assigndialog.h"

#include "core/payload/assetrequest.h"
#include "ui/assets/assetcompleter.h"
#include "ui/assets/assetwords.h"
#include "ui/assets/notificationpane.h"
#include "ui/look/look.h"
#include "ui/look/screenfit.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetwords.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr QSize kSize(920, 540);
constexpr int kMostListed = 500;
constexpr std::chrono::milliseconds kTypingPause{120};

// "2 events fired; job 172151 is known from now on."
QString outcomeSentence(const EncoderNotification &given, const NotificationOutcome &outcome)
{
    const QString fired = outcome.events > 0 ? AssignDialog::tr("%n events fired", nullptr, outcome.events)
                                             : AssignDialog::tr("It stands for no event and is kept with its asset");
    if (!given.jobId.isEmpty())
        return AssignDialog::tr("%1; job %2 is known from now on.").arg(fired, assetwords::shown(given.jobId));
    if (!given.videoId.isEmpty())
        return AssignDialog::tr("%1; video %2 is known from now on.").arg(fired, assetwords::shown(given.videoId));
    return AssignDialog::tr("%1.").arg(fired);
}

} // namespace

AssignDialog::AssignDialog(PlatformClient &platform, ReadThread &reads, QWidget *parent)
    : QDialog(parent)
    , m_platform(platform)
    , m_reads(reads)
    , m_list(new NotificationPane(Qt::Horizontal, NotificationPane::Columns::All, this))
{
    named(this, "assignDialog", tr("Assign encoder notifications"));
    setWindowTitle(tr("Encoder notifications that match no asset"));
    m_list->setEmptyText(tr("Every notification has its asset."));
    m_list->setSizes({3 * kSize.width() / 5, 2 * kSize.width() / 5});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kMargin);
    column->setSpacing(look::kGroupGap);
    column->addWidget(m_list, 1);
    column->addWidget(makeField());
    column->addWidget(makeFoot());
    look::resizeWithinScreen(this, kSize);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTypingPause);
    connect(&m_soon, &QTimer::timeout, this, &AssignDialog::lookUp);
    connect(m_list, &NotificationPane::currentChanged, this, &AssignDialog::propose);
    connect(m_asset, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_found = text.trimmed().isEmpty() ? Asset::Missing : Asset::Asked;
        m_assetLine->hush();
        m_soon.start();
        follow();
    });
    follow();
    m_asset->setFocus();
    readAssets();
    refresh();
}

QWidget *AssignDialog::makeField()
{
    m_asset = named(new QLineEdit, "assetEdit", tr("Asset"));
    m_asset->setPlaceholderText(tr("Type a part of its id or name"));
    m_asset->setClearButtonEnabled(true);
    m_completer = new AssetCompleter(this);
    m_asset->setCompleter(m_completer);
    m_assetLine = new FieldLine("assetLine");
    auto *grid = new FieldGrid;
    grid->addRow(tr("Belongs to &asset"), m_asset, m_assetLine);
    return grid;
}

QWidget *AssignDialog::makeFoot()
{
    m_footLine = new FieldLine("assignLine");
    auto *close = named(new QPushButton(tr("&Close")), "closeButton", tr("Close"));
    close->setAutoDefault(false);
    m_assign = named(new QPushButton(tr("A&ssign")), "assignNotificationButton", tr("Assign"));
    m_assign->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_assign, &QPushButton::clicked, this, &AssignDialog::assign);
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    row->addWidget(m_footLine, 1);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_assign);
    return foot;
}

void AssignDialog::readAssets()
{
    m_reads.ask(
        this, [](const WorkspaceReader &reader) { return readAssetRows(reader, {}, kMostListed); },
        [this](const Result<QList<AssetRow>> &rows) { m_completer->setAssets(rows.value_or(QList<AssetRow>())); });
}

void AssignDialog::refresh()
{
    m_reads.ask(
        this, [](const WorkspaceReader &reader) { return reader.unmatchedNotifications(kMostListed); },
        [this](const Result<QList<EncoderNotification>> &list) { takeList(list); });
}

void AssignDialog::takeList(const Result<QList<EncoderNotification>> &list)
{
    if (!list) {
        m_footLine->say(Mood::Problem, words::problem(list.error()));
        return;
    }
    m_loaded = true;
    m_list->setNotifications(*list);
    follow();
}

// What the encoder was given to pass through, or what its job was assigned to before; never over what was typed.
void AssignDialog::propose()
{
    const auto chosen = m_list->current();
    const NotificationId id = chosen ? chosen->id : NotificationId{};
    const bool same = id == std::exchange(m_shown, id);
    const bool typed = !m_asset->text().isEmpty() && m_asset->text() != m_proposed;
    if (same || typed || !chosen) {
        follow();
        return;
    }
    m_proposed = m_jobs.value(chosen->jobId, chosen->passThrough);
    m_asset->setText(m_proposed);
    follow();
}

void AssignDialog::lookUp()
{
    const QString id = m_asset->text().trimmed();
    if (id.isEmpty())
        return;
    m_reads.ask(
        this, [id](const WorkspaceReader &reader) { return reader.asset(id); },
        [this, id](const Result<MediaAsset> &asset) { takeAsset(id, asset); });
}

void AssignDialog::takeAsset(const QString &id, const Result<MediaAsset> &asset)
{
    if (id != m_asset->text().trimmed())
        return; // typed on since
    m_found = asset ? Asset::Known : Asset::Unknown;
    if (asset) {
        const QString name = assetwords::shown(assetName(*asset));
        const QString status = assetwords::status(assetStatus(*asset));
        m_assetLine->say(Mood::Good, name.isEmpty() ? status : tr("%1, %2").arg(name, status));
    } else if (asset.error().code == ErrorCode::NotFound) {
        m_assetLine->say(Mood::Problem, tr("No asset with this id is known here."));
    } else {
        m_assetLine->say(Mood::Problem, words::problem(asset.error()));
    }
    follow();
}

QString AssignDialog::obstacle() const
{
    if (m_assigning)
        return tr("Waiting for the engine");
    if (!m_list->current())
        return m_loaded && m_list->count() == 0 ? tr("Every notification has its asset.")
                                                : tr("Choose a notification first.");
    switch (m_found) {
    case Asset::Missing: return tr("Type the id of the asset it belongs to.");
    case Asset::Asked: return tr("Looking for the asset");
    case Asset::Unknown: return tr("No asset with this id is known here.");
    case Asset::Known: return {};
    }
    return {};
}

void AssignDialog::follow()
{
    const QString why = obstacle();
    m_assign->setEnabled(why.isEmpty());
    m_assign->setToolTip(why.isEmpty() ? tr("Gives the notification this asset and fires its events (Enter)") : why);
    m_asset->setEnabled(!m_loaded || m_list->count() > 0);
}

void AssignDialog::assign()
{
    const auto chosen = m_list->current();
    if (!chosen || !obstacle().isEmpty())
        return;
    m_assigning = true;
    follow();
    m_footLine->hush();
    m_platform.assignNotification(
        chosen->id, m_asset->text().trimmed(), this,
        [this, given = *chosen](const Result<NotificationOutcome> &outcome) { take(given, outcome); });
}

void AssignDialog::take(const EncoderNotification &given, const Result<NotificationOutcome> &outcome)
{
    m_assigning = false;
    follow();
    if (!outcome) {
        m_footLine->say(Mood::Problem, words::problem(outcome.error()));
        refresh(); // it may have been assigned elsewhere
        return;
    }
    m_footLine->say(Mood::Good, outcomeSentence(given, *outcome));
    if (!given.jobId.isEmpty())
        m_jobs.insert(given.jobId, outcome->asset);
    m_proposed = m_asset->text(); // done with: the next one proposes its own
    emit assigned(outcome->asset);
    refresh();
}

} // namespace callboard
