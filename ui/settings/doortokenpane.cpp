#include "ui/settings/doortokenpane.h"

#include "ui/look/look.h"
#include "ui/look/secretclipboard.h"
#include "ui/look/secretguard.h"
#include "ui/settings/doortokenform.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace std::chrono_literals;
using Mood = FieldLine::Mood;

namespace {

constexpr Milliseconds kOverlaps[] = {0ms, 1h, kDoorTokenOverlap, 24h * 7};
constexpr int kUsualOverlap = 2;

QPushButton *button(const char *name, QWidget *parent)
{
    auto *made = new QPushButton(parent);
    made->setObjectName(QString::fromLatin1(name));
    made->setAutoDefault(false);
    return made;
}

void setText(QPushButton *button, const QString &text)
{
    button->setText(text);
    button->setAccessibleName(text);
}

QWidget *row(std::initializer_list<QWidget *> controls, bool firstIsWide)
{
    auto *made = new QWidget;
    auto *layout = new QHBoxLayout(made);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::kGap);
    for (QWidget *control : controls)
        layout->addWidget(control, firstIsWide && control == *controls.begin() ? 1 : 0);
    if (!firstIsWide)
        layout->addStretch(1);
    return made;
}

} // namespace

DoorTokenPane::DoorTokenPane(QWidget *parent)
    : QWidget(parent)
    , m_sentence(look::plainLabel({}, this))
    , m_form(new DoorTokenForm(this))
    , m_line(new FieldLine("tokenLine"))
    , m_actButton(button("tokenActButton", this))
    , m_leaveButton(button("tokenLeaveButton", this))
{
    named(this, "tokenPane", tr("Token"));
    m_sentence->setObjectName(QStringLiteral("tokenSentence"));
    m_sentence->setWordWrap(true);
    m_overlapCombo = named(new QComboBox(this), "tokenOverlapCombo", tr("How long the token before is taken"));
    const QString overlaps[] = {tr("ends at once"), tr("is taken for 1 h"), tr("is taken for 24 h"),
                                tr("is taken for 7 days")};
    for (const QString &overlap : overlaps)
        m_overlapCombo->addItem(overlap);
    m_overlapRow = row({look::plainLabel(tr("The one before")), m_overlapCombo}, false);
    makeIssued();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::kGap, 0, 0);
    column->setSpacing(look::kGap);
    for (QWidget *part : {static_cast<QWidget *>(m_sentence), static_cast<QWidget *>(m_form), m_overlapRow, m_issued,
                          static_cast<QWidget *>(m_line), row({m_actButton, m_leaveButton}, false)})
        column->addWidget(part);
    connect(m_form, &DoorTokenForm::edited, this, &DoorTokenPane::follow);
    connect(m_form, &DoorTokenForm::entered, this, &DoorTokenPane::act);
    connect(m_actButton, &QPushButton::clicked, this, &DoorTokenPane::act);
    connect(m_leaveButton, &QPushButton::clicked, this, &DoorTokenPane::leave);
    present(Mode::Closed, {});
}

void DoorTokenPane::makeIssued()
{
    m_secretEdit = named(new QLineEdit(this), "tokenSecretEdit", tr("The new token"));
    m_secretEdit->setReadOnly(true);
    m_secretEdit->setLayoutDirection(Qt::LeftToRight);
    m_secretEdit->setFont(look::fixedFont());
    SecretGuard::watch(m_secretEdit);
    m_copyButton = button("copyTokenButton", this);
    setText(m_copyButton, tr("Copy"));
    m_copyButton->setAccessibleName(tr("Copy the new token"));
    m_copyButton->setToolTip(tr("It leaves the clipboard after 30 s"));
    connect(m_copyButton, &QPushButton::clicked, this, [this] { SecretClipboard::copy(m_secretEdit->text()); });
    m_issued = row({m_secretEdit, m_copyButton}, true);
}

FieldGrid &DoorTokenPane::grid()
{
    return *m_form;
}

void DoorTokenPane::present(Mode mode, const QString &sentence)
{
    m_mode = mode;
    m_sentence->setText(sentence);
    m_form->setVisible(mode == Mode::New);
    m_overlapRow->setVisible(mode == Mode::Rotate);
    m_issued->setVisible(mode == Mode::Issued);
    m_actButton->setVisible(mode != Mode::Issued);
    m_line->hush();
    if (mode != Mode::Issued)
        m_secretEdit->clear();
    setText(m_actButton, mode == Mode::New ? tr("Make the token") : mode == Mode::Rotate ? tr("Rotate") : tr("Revoke"));
    setText(m_leaveButton, mode == Mode::Issued ? tr("Done") : mode == Mode::New ? tr("Cancel") : tr("Keep it"));
    setVisible(mode != Mode::Closed);
    follow();
}

void DoorTokenPane::askNew()
{
    present(Mode::New,
            tr("A token of its own for one system: it may do no more than this, and ends without the others."));
    m_form->begin();
    follow();
}

void DoorTokenPane::askRotate(const DoorToken &token)
{
    m_name = token.name;
    m_overlapCombo->setCurrentIndex(kUsualOverlap);
    present(Mode::Rotate,
            tr("“%1” gets a new token of the same scopes. Put it where the one before is, within the time "
               "that this one is still taken.")
                .arg(token.name));
    m_overlapCombo->setFocus(Qt::OtherFocusReason);
}

void DoorTokenPane::askRevoke(const DoorToken &token)
{
    m_name = token.name;
    const QString used = token.usedAt ? tr("It was last used at %1.").arg(words::moment(*token.usedAt))
                                      : tr("It was never used.");
    present(Mode::Revoke, QString(tr("Whoever carries “%1” is refused from now on.").arg(token.name) + u' ' + used));
    m_leaveButton->setFocus(Qt::OtherFocusReason);
}

void DoorTokenPane::showIssued(const IssuedDoorToken &issued)
{
    m_secretEdit->setText(QString::fromLatin1(issued.secret));
    m_secretEdit->setCursorPosition(0);
    present(Mode::Issued,
            tr("The token of “%1”. It is shown this once: Callboard keeps nothing that could be turned "
               "back into it.")
                .arg(issued.token.name));
    m_copyButton->setFocus(Qt::OtherFocusReason);
}

void DoorTokenPane::complain(const QString &sentence)
{
    m_line->say(Mood::Problem, sentence);
}

void DoorTokenPane::leave()
{
    if (!isOpen())
        return;
    present(Mode::Closed, {});
    emit left();
}

void DoorTokenPane::follow()
{
    const QString problem = m_mode == Mode::New ? m_form->problem() : QString();
    m_actButton->setEnabled(problem.isEmpty());
    m_actButton->setToolTip(look::plainTip(problem));
    if (m_mode == Mode::New)
        m_line->say(Mood::Hint, problem);
}

void DoorTokenPane::act()
{
    if (!m_actButton->isEnabled())
        return;
    if (m_mode == Mode::New)
        emit addRequested(m_form->name(), m_form->scopes(), m_form->endsAt(SystemClock().now()));
    else if (m_mode == Mode::Rotate)
        emit rotateRequested(m_name, kOverlaps[m_overlapCombo->currentIndex()]);
    else if (m_mode == Mode::Revoke)
        emit revokeRequested(m_name);
}

// Esc leaves what is asked, and not the settings.
void DoorTokenPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isOpen())
        return leave();
    QWidget::keyPressEvent(event);
}

} // namespace callboard
