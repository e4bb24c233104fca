#include "ui/help/manual.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace callboard {

namespace {

QString titleOf(const QString &markdown)
{
    const qsizetype end = markdown.indexOf(u'\n');
    return QStringView(markdown).left(end).mid(2).trimmed().toString(); // "# Title"
}

ManualPage read(const QString &name)
{
    QFile file(QStringLiteral(":/callboard/manual/%1.md").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {name, name, {}};
    const QString markdown = QString::fromUtf8(file.readAll());
    return {name, titleOf(markdown), markdown};
}

struct Row {
    const char *object;
    const char *page;
    const char *heading;
};

// What F1 opens. A pane's row comes to bear before that of the page it is in.
constexpr std::array kPlaces{
    Row{"aboutDialog", "first-steps", ""},
    Row{"assetsPage", "events", "assets"},
    Row{"assignDialog", "encoders", "notifications-that-match-nothing"},
    Row{"authenticationFold", "authentication", ""},
    Row{"brightcoveGroup", "encoders", ""},
    Row{"certificatesFold", "authentication", "certificates"},
    Row{"changesDialog", "changes", ""},
    Row{"closingDialog", "first-steps", "closing-the-window"},
    Row{"coalescingFold", "pace", "coalescing"},
    Row{"commandPalette", "shortcuts", ""},
    Row{"compareDialog", "deliveries", "comparing"},
    Row{"deliveriesPage", "deliveries", ""},
    Row{"deliveryInspector", "deliveries", "the-inspector"},
    Row{"explainDialog", "events", "who-is-called-and-who-is-not"},
    Row{"filterBar", "filter", ""},
    Row{"fireEventDialog", "events", "firing-an-event-by-hand"},
    Row{"historyDialog", "changes", "the-revisions-of-a-target"},
    Row{"historyGroup", "backup", "how-long-history-is-kept"},
    Row{"importDialog", "targets", "importing"},
    Row{"lightFlowGroup", "events", "assets"},
    Row{"limitsFold", "pace", "rates-and-limits"},
    Row{"mailGroup", "mail", ""},
    Row{"overviewPage", "first-steps", "the-overview"},
    Row{"projectDialog", "encoders", "projects"},
    Row{"projectsPage", "encoders", "projects"},
    Row{"proxyFold", "authentication", "proxy"},
    Row{"receiverPage", "first-steps", "the-local-receiver"},
    Row{"resendDialog", "deliveries", "replay"},
    Row{"settingsDialog", "first-steps", "looks-and-language"},
    Row{"shortcutsDialog", "shortcuts", ""},
    Row{"signingFold", "signing", ""},
    Row{"sparkGroup", "events", "assets"},
    Row{"targetDialog", "targets", ""},
    Row{"targetsPage", "targets", ""},
    Row{"togetherDialog", "targets", "several-at-once"},
    Row{"windowGroup", "first-steps", "closing-the-window"},
    Row{"zencoderGroup", "encoders", ""},
};

} // namespace

QStringList manualNames()
{
    return {QStringLiteral("first-steps"),    QStringLiteral("targets"), QStringLiteral("deliveries"),
            QStringLiteral("filter"),         QStringLiteral("pace"),    QStringLiteral("events"),
            QStringLiteral("encoders"),       QStringLiteral("mail"),    QStringLiteral("server"),
            QStringLiteral("secrets"),        QStringLiteral("signing"), QStringLiteral("authentication"),
            QStringLiteral("changes"),        QStringLiteral("backup"),  QStringLiteral("shortcuts"),
            QStringLiteral("troubleshooting")};
}

QList<ManualPage> manualPages()
{
    QList<ManualPage> pages;
    for (const QString &name : manualNames())
        pages.append(read(name));
    return pages;
}

ManualPlace manualPlaceOf(const QString &objectName)
{
    const auto is = [&objectName](const Row &row) { return objectName == QLatin1String(row.object); };
    const auto row = std::find_if(kPlaces.begin(), kPlaces.end(), is);
    return row == kPlaces.end() ? ManualPlace{}
                                : ManualPlace{QString::fromLatin1(row->page), QString::fromLatin1(row->heading)};
}

QStringList manualPlaces()
{
    QStringList names;
    for (const Row &row : kPlaces)
        names.append(QLatin1String(row.object));
    return names;
}

QString anchorOf(const QString &heading)
{
    QString anchor;
    for (const QChar c : heading) {
        if (c.isLetterOrNumber())
            anchor += c.toLower();
        else if (!anchor.isEmpty() && !anchor.endsWith(u'-') && (c.isSpace() || c == u'-'))
            anchor += u'-';
    }
    return anchor.endsWith(u'-') ? anchor.chopped(1) : anchor;
}

int occurrencesIn(const ManualPage &page, const QString &words)
{
    int sum = 0;
    const QStringList each = words.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : each) {
        const auto count = int(page.markdown.count(word, Qt::CaseInsensitive));
        if (count == 0)
            return 0;
        sum += count;
    }
    return sum;
}

} // namespace callboard
