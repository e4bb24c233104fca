#include "ui/deliveries/compare/comparedialog.h"

#include "ui/deliveries/compare/linediff.h"
#include "ui/look/look.h"
#include "ui/look/payloadtext.h"
#include "ui/look/payloadview.h"
#include "ui/look/screenfit.h"
#include "ui/targets/form/named.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr QSize kSize(860, 600);
constexpr qsizetype kMostCompared = 1024 * 1024;

// With its head, whose content type says what the body is; laid out, so that one line is not one difference.
QByteArray body(const QByteArray &head, const QByteArray &bytes)
{
    PayloadLanguage language = payloadtext::bodyLanguage(head + "\r\n\r\n");
    if (language == PayloadLanguage::Plain)
        language = bytes.startsWith('{') || bytes.startsWith('[') ? PayloadLanguage::Json
            : bytes.startsWith('<')                               ? PayloadLanguage::Xml
                                                                  : language;
    return payloadtext::layOut(bytes, language, true, kMostCompared).text;
}

QByteArray head(const QByteArray &bytes)
{
    return payloadtext::readable(bytes, PayloadLanguage::Plain).trimmed();
}

} // namespace

CompareDialog::CompareDialog(const ComparedSide &before, const ComparedSide &after, QWidget *parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
{
    named(this, "compareDialog", tr("Compare"));
    setWindowTitle(tr("Compare"));
    auto *sides = look::plainLabel(tr("− %1\n+ %2").arg(before.name, after.name), this);
    sides->setObjectName(QStringLiteral("comparedLabel"));
    m_tabs->setObjectName(QStringLiteral("compareTabs"));
    m_tabs->setDocumentMode(true);
    const Attempt &a = before.attempt;
    const Attempt &b = after.attempt;
    addTab(tr("Payload"), QStringLiteral("payloadDiff"), body(a.requestHead, a.requestBody),
           body(b.requestHead, b.requestBody));
    addTab(tr("Request"), QStringLiteral("requestDiff"), a.url.toUtf8() + '\n' + head(a.requestHead),
           b.url.toUtf8() + '\n' + head(b.requestHead));
    addTab(tr("Response"), QStringLiteral("responseDiff"),
           head(a.exchange.responseHead) + "\n\n" + body(a.exchange.responseHead, a.exchange.responseBody),
           head(b.exchange.responseHead) + "\n\n" + body(b.exchange.responseHead, b.exchange.responseBody));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kMargin);
    layout->setSpacing(look::kGap);
    layout->addWidget(sides);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    look::resizeWithinScreen(this, kSize);
}

// The title says how much there is to see.
void CompareDialog::addTab(const QString &title, const QString &name, const QByteArray &before, const QByteArray &after)
{
    const QList<DiffLine> lines = lineDiff(before, after);
    const qsizetype differing = differences(lines);
    auto *view = new PayloadView(m_tabs);
    view->setObjectName(name);
    view->setEmptyText(tr("Nothing was sent or received here."));
    view->setContent(before.trimmed().isEmpty() && after.trimmed().isEmpty() ? QByteArray() : diffText(lines),
                     PayloadLanguage::Diff);
    m_tabs->addTab(view,
                   differing > 0 ? tr("%1, %n lines differ", nullptr, int(differing)).arg(title)
                                 : tr("%1, the same").arg(title));
}

} // namespace callboard
