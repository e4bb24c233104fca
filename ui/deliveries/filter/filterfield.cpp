#include "ui/deliveries/filter/filterfield.h"

#include "ui/look/look.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStringListModel>
#include <QStyleOptionFrame>

namespace callboard {

namespace {

constexpr std::chrono::milliseconds kPause{120};

} // namespace

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
    , m_proposals(new QStringListModel(this))
{
    m_completer->setModel(m_proposals);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setObjectName(QStringLiteral("filterProposals"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterField::take);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &FilterField::propose);
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (m_replacing)
            return; // insert() says that it was typed
        m_place = -1;
        if (m_completer->popup()->isVisible())
            propose(); // they narrow with every letter
        else
            m_pause.start();
    });
}

void FilterField::setRecent(const QStringList &texts)
{
    m_recent = texts;
    m_place = -1;
}

void FilterField::replaceText(const QString &text)
{
    if (text == this->text())
        return;
    m_pause.stop();
    m_completer->popup()->hide();
    m_replacing = true;
    selectAll();
    insert(text);
    m_replacing = false;
}

void FilterField::setProblems(const QList<FilterProblem> &problems)
{
    m_problems = problems;
    update();
}

void FilterField::propose()
{
    const FilterCompletion completion = completeFilter(text(), cursorPosition(), m_targets, m_causes);
    m_from = completion.from;
    m_proposals->setStringList(completion.words);
    if (completion.words.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    QAbstractItemView *popup = m_completer->popup();
    const int width = popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width() + look::kGap * 2;
    const int x = cursorRect().center().x()
        - fontMetrics().horizontalAdvance(text().mid(m_from, cursorPosition() - m_from));
    m_completer->complete(QRect(qMax(0, x - look::kGap / 2), 0, qMax(120, width), height()));
    popup->setCurrentIndex({}); // Enter is the list's until one of them was chosen
}

// A key goes on with its value, a value ends its condition.
void FilterField::take(const QString &word)
{
    const bool goesOn = word.endsWith(u':') || word.endsWith(u'>') || word.endsWith(u'~') || word.endsWith(u' ');
    m_replacing = true;
    setSelection(int(m_from), cursorPosition() - int(m_from));
    insert(goesOn ? word : word + u' ');
    m_replacing = false;
    if (goesOn)
        propose();
}

bool FilterField::browse(int step)
{
    const int place = m_place + step;
    if (place < -1 || place >= m_recent.size())
        return false;
    if (m_place < 0)
        m_typed = text();
    const QString text = place < 0 ? m_typed : m_recent[place];
    m_place = place;
    replaceText(text);
    return true;
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (m_completer->popup()->isVisible()
        && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab)
        && m_completer->popup()->currentIndex().isValid()) {
        event->ignore(); // the proposals take it
        return;
    }
    switch (key) {
    case Qt::Key_Up: browse(1); return;
    case Qt::Key_Down:
        if (!browse(-1))
            emit left();
        return;
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_pause.stop();
        m_completer->popup()->hide();
        emit left();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

// Where the text stands follows from the cursor: a long one is scrolled.
QRect FilterField::underlineOf(const FilterProblem &problem) const
{
    const QFontMetrics metrics = fontMetrics();
    const int start = cursorRect().center().x() - metrics.horizontalAdvance(text().left(cursorPosition()));
    const int from = start + metrics.horizontalAdvance(text().left(int(problem.from)));
    const int width = metrics.horizontalAdvance(text().mid(int(problem.from), int(problem.length)));
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect room = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    const int baseline = height() / 2 + metrics.height() / 2;
    return QRect(from, baseline, qMax(6, width), 2).intersected(room);
}

void FilterField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    for (const FilterProblem &problem : m_problems) {
        if (problem.unfinished)
            continue;
        const QColor color = look::color(look::Tone::Failed, palette());
        painter.fillRect(underlineOf(problem), color);
        painter.fillRect(QRect(1, height() - 2, width() - 2, 2), color);
    }
}

} // namespace callboard
