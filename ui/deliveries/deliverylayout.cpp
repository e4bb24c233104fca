#include "ui/deliveries/deliveriespage.h"

#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/filter/filtermenu.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/list/deliverycolumns.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>
#include <QSplitter>

// The part of DeliveriesPage that is about how its parts lie, and about what of it is kept.

namespace callboard {

namespace {

constexpr int kSideBySide = 1400; // of the page; the window is wider by the rail
constexpr int kLeastBeside = 900; // where that was asked for
const QString kSplitterKey = QStringLiteral("deliveries/splitter");
const QString kColumnsKey = QStringLiteral("deliveries/columns");
const QString kPlaceKey = QStringLiteral("deliveries/inspectorPlace"); // empty: as the width allows
const QString kBeside = QStringLiteral("beside");
const QString kBelow = QStringLiteral("below");

} // namespace

void DeliveriesPage::restoreLayout(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(kSplitterKey).toByteArray());
    m_table->columns()->restore(settings.value(kColumnsKey).toStringList());
    m_place = settings.value(kPlaceKey).toString();
    FilterShelf shelf;
    shelf.read(settings);
    m_filter->setShelf(shelf);
    if (isVisible()) // else its width is not known, and it is placed as soon as it is
        placeInspector();
}

void DeliveriesPage::saveLayout(QSettings &settings) const
{
    settings.setValue(kSplitterKey, m_splitter->saveState());
    settings.setValue(kColumnsKey, m_table->columns()->save());
    settings.setValue(kPlaceKey, m_place);
    m_filter->filters().shelf().write(settings);
}

void DeliveriesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeInspector();
}

// A choice that there is no room for waits until there is.
void DeliveriesPage::placeInspector()
{
    const int needed = m_place == kBeside ? kLeastBeside : kSideBySide;
    const bool beside = m_place != kBelow && width() >= needed;
    const Qt::Orientation wanted = beside ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() == wanted)
        return;
    if (!beside)
        m_beside = m_splitter->saveState(); // a window may be narrow for a moment, before it is maximized
    m_splitter->setOrientation(wanted);
    if (beside && !m_splitter->restoreState(m_beside)) // a row needs the room more than a payload does
        m_splitter->setSizes({width() * 11 / 20, width() * 9 / 20});
}

void DeliveriesPage::offerPlaces()
{
    connect(m_table->columns(), &DeliveryColumns::menuMade, this, [this](QMenu *menu) {
        menu->addSection(tr("Details of a delivery"));
        auto *places = new QActionGroup(menu);
        const auto add = [&](const QString &text, const QString &place) {
            QAction *action = menu->addAction(text, this, [this, place] {
                m_place = place;
                placeInspector();
                emit keepRequested();
            });
            action->setCheckable(true);
            action->setChecked(m_place == place);
            places->addAction(action);
        };
        add(tr("Beside the list in a wide window"), {});
        add(tr("Always beside the list"), kBeside);
        add(tr("Always below the list"), kBelow);
    });
}

} // namespace callboard
