#include "ui/deliveries/content/payloadtools.h"

#include "ui/look/look.h"
#include "ui/look/payloadview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace callboard {

using Mode = PayloadView::Mode;

PayloadTools::PayloadTools(QWidget *parent)
    : QWidget(parent)
    , m_size(look::plainLabel({}, this))
{
    setObjectName(QStringLiteral("payloadTools"));
    m_size->setObjectName(QStringLiteral("payloadSizeLabel"));
    look::makeQuiet(m_size);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(look::kGap, 2, look::kMargin, 2);
    layout->setSpacing(2);
    layout->addWidget(m_size);
    layout->addSpacing(look::kGap - 2);
    m_all = addTool("showAllButton", tr("Show all"), tr("Lays out all of it, which may take a moment"));
    m_back = addTool("pageBackButton", tr("Back"), tr("The 64 KiB before"));
    m_forth = addTool("pageForthButton", tr("On"), tr("The next 64 KiB"));
    addModes();
    m_find = addTool("findButton", tr("Find"), tr("Find in the payload (Ctrl+F)"));
    m_save = addTool("savePayloadButton", tr("Save payload…"), tr("Save the body byte for byte (Ctrl+S)"));
    m_find->setIcon(look::icon(QStringLiteral("search")));
    m_save->setIcon(look::icon(QStringLiteral("save")));
    for (QToolButton *button : {m_find, m_save})
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(m_all, &QToolButton::clicked, this, [this] { m_view->showAll(); });
    connect(m_back, &QToolButton::clicked, this, [this] { m_view->setPage(m_view->page() - 1); });
    connect(m_forth, &QToolButton::clicked, this, [this] { m_view->setPage(m_view->page() + 1); });
    connect(m_find, &QToolButton::clicked, this, [this] { m_view->openFind(); });
    connect(m_save, &QToolButton::clicked, this, &PayloadTools::saveRequested);
    present();
}

QToolButton *PayloadTools::addTool(const char *name, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    layout()->addWidget(button);
    return button;
}

void PayloadTools::addModes()
{
    m_modes = {addTool("prettyButton", tr("Pretty"), tr("The body, laid out for reading")),
               addTool("rawButton", tr("Raw"), tr("Head and body as they were on the wire")),
               addTool("hexButton", tr("Hex"), tr("Every byte"))};
    for (qsizetype i = 0; i < m_modes.size(); ++i) {
        m_modes[i]->setCheckable(true);
        connect(m_modes[i], &QToolButton::clicked, this, [this, i] {
            m_view->setMode(Mode(i));
            present(); // a second click leaves it as it is
        });
    }
}

// The line below the tabs goes on below the tools.
void PayloadTools::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
}

void PayloadTools::setView(PayloadView *view)
{
    if (m_view)
        m_view->disconnect(this);
    m_view = view;
    if (view)
        connect(view, &PayloadView::shownChanged, this, &PayloadTools::present);
    present();
}

void PayloadTools::present()
{
    setVisible(m_view != nullptr);
    if (!m_view)
        return;
    const bool any = !m_view->isEmpty();
    const int pages = m_view->pageCount();
    QString size = m_view->sizeText();
    if (pages > 1)
        size += tr(", part %1 of %2").arg(QLocale().toString(m_view->page() + 1), QLocale().toString(pages));
    m_size->setText(size);
    m_all->setVisible(m_view->isCut());
    m_back->setVisible(pages > 1);
    m_forth->setVisible(pages > 1);
    m_back->setEnabled(m_view->page() > 0);
    m_forth->setEnabled(m_view->page() + 1 < pages);
    for (qsizetype i = 0; i < m_modes.size(); ++i) {
        m_modes[i]->setChecked(m_view->mode() == Mode(i));
        m_modes[i]->setEnabled(any);
    }
    m_find->setEnabled(any);
    m_save->setEnabled(!m_view->body().isEmpty());
}

} // namespace callboard
