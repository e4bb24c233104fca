#include "ui/shell/truthline.h"

#include "ui/deliveries/ratelabel.h"
#include "ui/look/look.h"
#include "ui/settings/vaultwords.h"
#include "ui/targets/targetwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QToolButton>

namespace callboard {

namespace {

using look::Tone;

// Good news is written in the ordinary colour; only its dot is green.
void say(QLabel *label, const QString &text, std::optional<Tone> tone = std::nullopt)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    QPalette palette = label->parentWidget()->palette();
    if (tone)
        palette.setColor(QPalette::WindowText, look::color(*tone, palette));
    label->setPalette(palette);
}

void draw(QLabel *label, const QString &iconName, const QColor &color)
{
    label->setPixmap(look::icon(iconName, color).pixmap(QSize(16, 16), label->devicePixelRatioF()));
}

// As formatSize() has it, with the decimal point of the window's language.
QString shown(qint64 bytes)
{
    const int decimals = bytes < 1024 * 1024 ? 0 : 1;
    return QLocale().formattedDataSize(bytes, decimals, QLocale::DataSizeTraditionalFormat);
}

QWidget *separator(QWidget *parent)
{
    auto *dot = look::plainLabel(QStringLiteral("·"), parent);
    look::makeQuiet(dot);
    return dot;
}

} // namespace

TruthLine::TruthLine(QWidget *parent)
    : QStatusBar(parent)
{
    setObjectName(QStringLiteral("truthStatusBar"));
    setAccessibleName(tr("Status"));
    setSizeGripEnabled(false);
    m_row = new QWidget(this);
    m_row->setMinimumWidth(1); // long words never make the window wider
    makeParts(m_row);
    layOut(m_row);
    addWidget(m_row, 1);
    refresh();
}

void TruthLine::makeParts(QWidget *row)
{
    const auto label = [row](const char *name) {
        auto *made = look::plainLabel({}, row);
        made->setObjectName(QLatin1String(name));
        return made;
    };
    m_engineIcon = new QLabel(row);
    m_engine = label("engineStateLabel");
    m_door = label("doorLabel");
    m_ledger = new QToolButton(row);
    m_backlog = label("backlogLabel");
    m_size = label("sizeLabel");
    look::makeQuiet(m_size);
    m_size->hide();
    m_vaultIcon = new QLabel(row);
    m_vault = label("vaultLabel");
    m_vaultRemedy = new QToolButton(row);
    m_vaultRemedy->setObjectName(QStringLiteral("vaultButton"));
    m_vaultRemedy->setAutoRaise(true);
    m_vaultRemedy->setFocusPolicy(Qt::TabFocus);
    m_vaultRemedy->hide();
    connect(m_vaultRemedy, &QToolButton::clicked, this, &TruthLine::vaultRequested);
    m_ledger->setObjectName(QStringLiteral("ledgerButton"));
    m_ledger->setAutoRaise(true);
    m_ledger->setCursor(Qt::PointingHandCursor);
    m_ledger->setToolTip(tr("Every accepted event and target has exactly one outcome. Click for the count."));
    connect(m_ledger, &QToolButton::clicked, this, &TruthLine::auditRequested);
    m_ratePart = new QWidget(row);
    m_rate = new RateLabel(m_ratePart);
    m_rate->setObjectName(QStringLiteral("truthRateLabel"));
    // Beside its separator: a figure's own direction is left to right in every language.
    m_rate->setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute
                         | Qt::AlignVCenter);
    auto *rate = new QHBoxLayout(m_ratePart);
    rate->setContentsMargins(0, 0, 0, 0);
    rate->setSpacing(look::kGap);
    rate->addWidget(separator(m_ratePart));
    rate->addWidget(m_rate);
}

void TruthLine::layOut(QWidget *row)
{
    // A button has room around its words already.
    auto *ledger = new QHBoxLayout;
    ledger->setSpacing(0);
    ledger->addWidget(separator(row));
    ledger->addWidget(m_ledger);
    ledger->addWidget(separator(row));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 3, 12, 3);
    layout->setSpacing(look::kGap);
    layout->addWidget(m_engineIcon);
    layout->addWidget(m_engine);
    layout->addWidget(separator(row));
    layout->addWidget(m_door);
    layout->addLayout(ledger);
    layout->addWidget(m_backlog);
    layout->addWidget(m_ratePart);
    layout->addStretch();
    layout->addWidget(m_size);
    layout->addSpacing(look::kGap);
    layout->addWidget(m_vaultIcon);
    layout->addWidget(m_vault);
    layout->addWidget(m_vaultRemedy);
}

// What matters least goes first; what it said is in the overview and the settings as well.
void TruthLine::fit()
{
    const auto tooWide = [this] {
        m_row->layout()->activate();
        return m_row->layout()->sizeHint().width() > width();
    };
    m_ratePart->setVisible(true);
    m_size->setVisible(!m_size->text().isEmpty());
    for (QWidget *part : std::initializer_list<QWidget *>{m_size, m_ratePart}) {
        if (tooWide())
            part->hide();
    }
}

void TruthLine::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    fit();
}

void TruthLine::addFinished(quint64 total)
{
    m_rate->addTotal(total);
}

void TruthLine::setSize(const std::optional<StoredSize> &size)
{
    QString text;
    if (size && size->retention.bytes > 0)
        text = tr("%1 of %2").arg(shown(size->bytes), shown(size->retention.bytes));
    else if (size)
        text = shown(size->bytes);
    m_size->setText(text);
    if (size) {
        const QString age = size->retention.age.count() > 0
            ? tr("Deliveries go %1 after their end.").arg(words::duration(size->retention.age))
            : tr("Deliveries are kept for ever.");
        m_size->setToolTip(tr("The workspace's file. %1 Settings, under History, change it.").arg(age));
    }
    fit();
}

void TruthLine::setEngine(const EngineStatus &status)
{
    m_status = status;
    refreshEngine();
    refreshVault();
}

void TruthLine::setVault(const VaultStatus &status)
{
    m_vaultStatus = status;
    refreshVault();
}

void TruthLine::setDoor(const QString &url, const QString &problem)
{
    m_doorUrl = url;
    m_doorProblem = problem;
    refresh();
}

void TruthLine::setLedger(const LedgerCount &ledger)
{
    m_ledgerCount = ledger;
    refreshLedger();
}

void TruthLine::setCounts(const std::optional<DeliveryCounts> &counts)
{
    m_counts = counts;
    refreshLedger();
}

void TruthLine::setWorkspaceProblem(const QString &problem)
{
    m_workspaceProblem = problem;
    refreshLedger();
}

void TruthLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_vault)
        refresh();
}

void TruthLine::refresh()
{
    if (!m_doorUrl.isEmpty())
        say(m_door, tr("door %1").arg(m_doorUrl.section(QStringLiteral("://"), -1)));
    else if (!m_doorProblem.isEmpty())
        say(m_door, tr("no door: %1").arg(m_doorProblem), Tone::Failed);
    else
        say(m_door, tr("door closed"), Tone::Retrying);
    refreshEngine();
    refreshLedger();
    refreshVault();
}

void TruthLine::refreshEngine()
{
    using Mode = EngineStatus::Mode;
    struct Shown {
        QString icon;
        Tone tone;
        QString text;
        bool calm;
    };
    const auto shown = [this]() -> Shown {
        const QString &detail = m_status.detail;
        const QString warning = QStringLiteral("warning");
        switch (m_status.mode) {
        case Mode::Starting: return {QStringLiteral("state-waiting"), Tone::Waiting, tr("Engine is starting"), true};
        case Mode::Running: return {QStringLiteral("state-delivered"), Tone::Delivered, tr("Engine running"), true};
        case Mode::Watching:
            return {QStringLiteral("info"), Tone::Waiting,
                    detail.isEmpty() ? tr("Watching: another process sends") : tr("Watching: %1").arg(detail), true};
        case Mode::Draining:
            return {QStringLiteral("state-waiting"), Tone::Retrying,
                    tr("Ending: %n request(s) still under way", nullptr, m_status.inFlight), false};
        case Mode::Stopped: return {warning, Tone::Retrying, tr("Engine stopped: nothing is sent"), false};
        case Mode::Failing:
            return {QStringLiteral("error"), Tone::Failed, tr("Engine has a problem: %1").arg(detail), false};
        }
        return {warning, Tone::Failed, detail, false};
    }();
    draw(m_engineIcon, shown.icon, look::color(shown.tone, palette()));
    say(m_engine, shown.text, shown.calm ? std::nullopt : std::optional(shown.tone));
}

void TruthLine::refreshLedger()
{
    const QLocale locale;
    QPalette colors = palette();
    QString text = tr("counting…");
    QColor ink = colors.color(QPalette::PlaceholderText);
    if (!m_workspaceProblem.isEmpty()) {
        text = tr("workspace can't be read");
        ink = look::color(Tone::Failed, colors);
    } else if (m_ledgerCount) {
        text = tr("%1 unexplained").arg(locale.toString(m_ledgerCount->unexplained));
        ink = m_ledgerCount->unexplained == 0 ? colors.color(QPalette::Link) : look::color(Tone::Failed, colors);
    }
    colors.setColor(QPalette::ButtonText, ink);
    m_ledger->setPalette(colors);
    m_ledger->setText(text);
    m_ledger->setAccessibleName(tr("Ledger: %1").arg(text));
    m_ledger->setEnabled(m_ledgerCount.has_value() || !m_workspaceProblem.isEmpty());
    say(m_backlog, m_counts ? tr("backlog %1").arg(locale.toString(m_counts->backlog())) : tr("backlog –"));
    fit();
}

void TruthLine::refreshVault()
{
    const bool missing = m_status.vaultNeeded && !m_status.vaultOpen;
    const QColor quiet = palette().color(QPalette::PlaceholderText);
    draw(m_vaultIcon, m_status.vaultOpen ? QStringLiteral("unlock") : QStringLiteral("lock"),
         missing ? look::color(Tone::Retrying, palette()) : quiet);
    if (missing)
        say(m_vault, vaultwords::inStatusBar(m_vaultStatus), Tone::Retrying);
    else
        say(m_vault, m_status.vaultOpen ? tr("vault unlocked") : tr("vault not in use"));
    const QString remedy = missing ? vaultwords::nameOf(vaultwords::remedy(m_vaultStatus)) : QString();
    m_vaultRemedy->setText(remedy);
    m_vaultRemedy->setAccessibleName(tr("Vault: %1").arg(remedy));
    m_vaultRemedy->setVisible(!remedy.isEmpty());
    m_vault->setToolTip(missing ? vaultwords::sentence(m_vaultStatus) : QString());
    fit();
}

} // namespace callboard
