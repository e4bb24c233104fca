#include "ui/help/helpwindow.h"

#include "ui/help/manualview.h"
#include "ui/look/look.h"
#include "ui/look/screenfit.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <climits>

namespace callboard {

namespace {

constexpr QSize kSize(1040, 720);
constexpr int kSideWidth = 248;
constexpr int kMostSideWidth = 400;

// The manual is written in English alone.
bool isForeign()
{
    const QLocale::Language language = QLocale().language();
    return language != QLocale::English && language != QLocale::C;
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_pages(manualPages())
{
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(tr("Manual"));
    setWindowIcon(look::icon(QStringLiteral("callboard")));
    auto *splitter = new QSplitter(this);
    splitter->addWidget(makeSide());
    m_view = new ManualView(this); // after the side, as it is read
    splitter->addWidget(m_view);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->setSizes({kSideWidth, kSize.width() - kSideWidth});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    connect(m_contents, &QListWidget::currentRowChanged, this, &HelpWindow::chooseRow);
    connect(m_view, &ManualView::placeRequested, this, &HelpWindow::open);
    makeKeys();
    look::resizeWithinScreen(this, kSize);
    open({});
    m_view->setFocus(Qt::OtherFocusReason);
}

// Not of keyPressEvent(): the text has a way back of its own, and the contents look for what begins with the letter.
void HelpWindow::makeKeys()
{
    const auto wayOf = [this](bool left) { return left != isRightToLeft() ? -1 : 1; };
    for (const bool left : {true, false}) {
        auto *key = new QShortcut(QKeySequence(Qt::ALT | (left ? Qt::Key_Left : Qt::Key_Right)), this);
        connect(key, &QShortcut::activated, this, [this, wayOf, left] { travel(wayOf(left)); });
    }
    for (const QKeySequence &find : {QKeySequence(QKeySequence::Find), QKeySequence(Qt::Key_Slash)}) {
        auto *key = new QShortcut(find, this);
        connect(key, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    }
}

QWidget *HelpWindow::makeSide()
{
    auto *side = new QWidget(this);
    QWidget *bar = makeBar();
    m_contents = new QListWidget(side);
    m_contents->setObjectName(QStringLiteral("contentsList"));
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setUniformItemSizes(true);
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_contents->viewport()->setBackgroundRole(QPalette::Window);
    int widest = 0;
    for (const ManualPage &page : std::as_const(m_pages)) {
        auto *item = new QListWidgetItem(page.title, m_contents);
        item->setSizeHint(QSize(0, look::kRowHeight));
        widest = qMax(widest, m_contents->fontMetrics().horizontalAdvance(page.title));
    }
    m_contents->setMinimumWidth(qMin(widest + 2 * look::kMargin, kMostSideWidth)); // in large type, too
    m_nothing = look::plainLabel(tr("No page of the manual has these words."), side);
    m_nothing->setObjectName(QStringLiteral("nothingFoundLabel"));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    look::makeQuiet(m_nothing);
    m_nothing->hide();

    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(look::kGap, look::kGap, look::kGap, look::kGap);
    column->setSpacing(look::kGap);
    column->addWidget(bar);
    column->addWidget(m_contents, 1);
    column->addWidget(m_nothing, 1);
    if (isForeign()) {
        auto *note = look::plainLabel(tr("In this version the manual is in English."), side);
        note->setObjectName(QStringLiteral("englishNoteLabel"));
        note->setWordWrap(true);
        look::makeQuiet(note);
        column->addWidget(note);
    }
    return side;
}

QWidget *HelpWindow::makeBar()
{
    auto *bar = new QWidget(this);
    m_back = makeArrow("helpBackButton", tr("Back"), tr("Back (Alt+Left)"), true);
    m_forward = makeArrow("helpForwardButton", tr("Forward"), tr("Forward (Alt+Right)"), false);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(QStringLiteral("manualSearchEdit"));
    m_search->setAccessibleName(tr("Search the manual"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setToolTip(tr("Enter goes to the next place, Shift+Enter to the one before"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(look::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addSpacing(look::kGap - 2);
    row->addWidget(m_search, 1);
    connect(m_back, &QToolButton::clicked, this, [this] { travel(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { travel(1); });
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    return bar;
}

QToolButton *HelpWindow::makeArrow(const char *name, const QString &text, const QString &hint, bool left)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    button->setToolTip(hint);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setArrowType(left != isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow);
    return button;
}

void HelpWindow::open(const ManualPlace &place)
{
    const auto known = [&place](const ManualPage &page) { return page.name == place.page; };
    const bool there = std::any_of(m_pages.cbegin(), m_pages.cend(), known);
    const ManualPlace wanted = there ? place : ManualPlace{m_pages.first().name, {}};
    if (m_at >= 0) {
        if (m_trail[m_at].place == wanted && wanted.heading.isEmpty())
            return; // one is there already
        m_trail[m_at].scrolled = m_view->place();
    }
    m_trail.resize(m_at + 1); // what was forward is no more
    m_trail.append({wanted, 0});
    ++m_at;
    present(wanted);
    showTrail();
}

QString HelpWindow::currentPage() const
{
    return m_at < 0 ? QString() : m_trail[m_at].place.page;
}

void HelpWindow::present(const ManualPlace &place)
{
    for (int row = 0; row < m_pages.size(); ++row) {
        if (m_pages[row].name != place.page)
            continue;
        const QSignalBlocker quiet(m_contents);
        m_contents->setCurrentRow(row);
        m_view->setPage(m_pages[row]);
    }
    if (!place.heading.isEmpty())
        m_view->scrollToHeading(place.heading);
}

void HelpWindow::chooseRow(int row)
{
    if (row >= 0)
        open({m_pages[row].name, {}});
}

void HelpWindow::travel(int step)
{
    const int wanted = m_at + step;
    if (wanted < 0 || wanted >= m_trail.size())
        return;
    m_trail[m_at].scrolled = m_view->place();
    m_at = wanted;
    present(m_trail[m_at].place);
    m_view->setPlace(m_trail[m_at].scrolled);
    showTrail();
}

void HelpWindow::showTrail()
{
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_trail.size());
}

// Narrows the contents, and goes to the page that says it most if the one at hand does not.
void HelpWindow::search(const QString &words)
{
    int best = -1;
    int most = 0;
    for (int row = 0; row < m_pages.size(); ++row) {
        const int count = words.trimmed().isEmpty() ? 1 : occurrencesIn(m_pages[row], words);
        m_contents->item(row)->setHidden(count == 0);
        if (count > most || (count > 0 && m_pages[row].name == currentPage())) {
            most = m_pages[row].name == currentPage() ? INT_MAX : count;
            best = row;
        }
    }
    m_contents->setVisible(best >= 0);
    m_nothing->setVisible(best < 0);
    m_view->mark(words);
    if (best >= 0 && m_pages[best].name != currentPage())
        open({m_pages[best].name, {}});
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

bool HelpWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: m_view->step(!(key->modifiers() & Qt::ShiftModifier)); return true;
    case Qt::Key_Down: m_contents->setFocus(Qt::TabFocusReason); return true;
    case Qt::Key_Escape:
        if (m_search->text().isEmpty())
            return false;
        m_search->clear();
        return true;
    default: return false;
    }
}

} // namespace callboard
