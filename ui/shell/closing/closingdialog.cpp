#include "ui/shell/closing/closingdialog.h"

#include "ui/look/look.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr int kWidth = 460;

QString undone(const ClosingFacts &facts)
{
    QStringList parts;
    if (facts.toSend > 0)
        parts << ClosingDialog::tr("%n deliveries are still to be sent.", nullptr,
                                   int(qMin<qint64>(facts.toSend, INT_MAX)));
    if (!facts.door.isEmpty())
        parts << ClosingDialog::tr("The door %1 takes in events.").arg(facts.door.section(QStringLiteral("://"), -1));
    return parts.join(u' ');
}

QString consequences(bool hasTray)
{
    const QString back = hasTray ? ClosingDialog::tr("The icon in the tray brings the window back, and so does "
                                                     "starting Callboard again.")
                                 : ClosingDialog::tr("Starting Callboard again brings the window back.");
    return ClosingDialog::tr("In the background Callboard goes on sending and taking in. %1 If it quits, what is owed "
                             "is kept and goes out at the next start, and senders find the door closed until then.")
        .arg(back);
}

QLabel *sentence(const QString &text, const char *name, QWidget *parent)
{
    auto *label = look::plainLabel(text, parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    return label;
}

} // namespace

ClosingDialog::ClosingDialog(const ClosingFacts &facts, bool hasTray, QWidget *window)
    : QDialog(window)
{
    setObjectName(QStringLiteral("closingDialog"));
    setWindowTitle(tr("Close the window"));
    auto *title = look::plainLabel(tr("Keep sending in the background?"), this);
    title->setFont(look::sectionFont());
    auto *kept = sentence(tr("This is asked once. The answer can be changed in Settings, under Window."),
                          "closingKeptLabel", this);
    look::makeQuiet(kept);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *stay = buttons->addButton(tr("Keep &sending"), QDialogButtonBox::AcceptRole);
    QPushButton *quit = buttons->addButton(tr("&Quit"), QDialogButtonBox::DestructiveRole);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    stay->setObjectName(QStringLiteral("stayButton"));
    quit->setObjectName(QStringLiteral("quitButton"));
    cancel->setObjectName(QStringLiteral("cancelButton"));
    stay->setDefault(true);
    const auto answer = [this](OnClose meant) {
        return [this, meant] {
            accept();
            emit answered(meant);
        };
    };
    connect(stay, &QPushButton::clicked, this, answer(OnClose::Stay));
    connect(quit, &QPushButton::clicked, this, answer(OnClose::Quit));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, look::kMargin);
    column->setSpacing(look::kGap);
    column->addWidget(title);
    column->addWidget(sentence(undone(facts), "closingUndoneLabel", this));
    column->addWidget(sentence(consequences(hasTray), "closingConsequencesLabel", this));
    column->addWidget(kept);
    column->addSpacing(look::kGap);
    column->addWidget(buttons);
    setFixedWidth(kWidth);
    setMinimumHeight(column->totalHeightForWidth(kWidth)); // no sentence is cut off in a longer language
}

} // namespace callboard
