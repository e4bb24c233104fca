#include "ui/deliveries/content/messagepane.h"

#include "ui/deliveries/content/headtable.h"
#include "ui/look/look.h"

#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr int kSideBySide = 620;

}

MessagePane::MessagePane(const QString &name, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_left(new QWidget(this))
    , m_head(new HeadTable(m_left))
    , m_view(new PayloadView(this))
{
    setObjectName(name + QStringLiteral("Splitter"));
    m_view->setObjectName(name);
    m_head->setObjectName(name + QStringLiteral("Headers"));
    m_head->setMinimumHeight(48);
    m_view->setMinimumHeight(48);
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
    m_left->setBackgroundRole(QPalette::Base);
    m_left->setAutoFillBackground(true);
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(look::kGap, 4, 0, 0); // the cells' text lines up with the tabs
    left->addWidget(m_head);
    m_left->hide();
    setFocusProxy(m_view);
}

void MessagePane::setMessage(const QByteArray &head, const QByteArray &body, PayloadView::Language language,
                             qint64 wholeSize)
{
    m_head->setHead(head);
    m_left->setVisible(!head.isEmpty());
    m_view->setEmptyText(head.isEmpty() ? m_empty : m_noBody);
    m_view->setMessage(head, body, language, wholeSize);
}

void MessagePane::setPlain(const QByteArray &text)
{
    m_left->hide();
    m_view->setEmptyText(m_empty);
    m_view->setContent(text, PayloadView::Language::Plain);
}

void MessagePane::setEmptyText(const QString &text, const QString &noBody)
{
    m_empty = text;
    m_noBody = noBody;
}

void MessagePane::addUnderHead(QWidget *line)
{
    m_left->layout()->addWidget(line);
}

void MessagePane::resizeEvent(QResizeEvent *event)
{
    setOrientation(width() >= kSideBySide ? Qt::Horizontal : Qt::Vertical);
    QSplitter::resizeEvent(event);
    if (m_moved)
        return;
    const int room = orientation() == Qt::Horizontal ? width() : height();
    setSizes({room * 2 / 5, room * 3 / 5});
}

} // namespace callboard
