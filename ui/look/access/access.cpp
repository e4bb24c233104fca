#include "ui/look/access/access.h"

#include "ui/look/access/boundedtable.h"
#include "ui/look/access/leafaccess.h"
#include "ui/look/access/lineaccess.h"
#include "ui/look/access/tableaccess.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QLineEdit>
#include <QPointer>
#include <QWidget>

namespace callboard::access {

namespace {

// An alert that has appeared: of all that changes on a screen, readers speak that at once.
class Announcement : public LeafAccess {
public:
    Announcement(QWidget *about, const QString &text)
        : m_about(about)
        , m_text(text)
    {
    }

    [[nodiscard]] bool isValid() const override { return !m_about.isNull(); }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_about);
    }
    [[nodiscard]] QString text(QAccessible::Text part) const override
    {
        return part == QAccessible::Name ? m_text : QString();
    }
    [[nodiscard]] QRect rect() const override
    {
        const QWidget *about = m_about;
        return about ? QRect(about->mapToGlobal(QPoint()), about->size()) : QRect();
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::AlertMessage; }
    [[nodiscard]] QAccessible::State state() const override { return {}; }

private:
    QPointer<QWidget> m_about;
    QString m_text;
};

// Holds the announcement for as long as it may be asked for: until the next one, or the end of what it is about.
class Kept : public QObject {
public:
    Kept(QWidget *about, const QString &text)
        : QObject(about)
        , m_id(QAccessible::registerAccessibleInterface(new Announcement(about, text)))
    {
        setObjectName(objectNameOfAll());
    }
    ~Kept() override { QAccessible::deleteAccessibleInterface(m_id); }

    static QString objectNameOfAll() { return QStringLiteral("announcement"); }
    [[nodiscard]] QAccessibleInterface *spoken() const { return QAccessible::accessibleInterface(m_id); }

private:
    QAccessible::Id m_id;
};

constexpr const char *kRole = "accessibleRole";

class RoleAccess : public QAccessibleWidget {
public:
    RoleAccess(QWidget *widget, int role)
        : QAccessibleWidget(widget, static_cast<QAccessible::Role>(role))
    {
    }
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    if (auto *edit = qobject_cast<QLineEdit *>(object))
        return new LineAccess(edit);
    if (auto *view = qobject_cast<QAbstractItemView *>(object); view && dynamic_cast<BoundedView *>(view))
        return new TableAccess(view);
    const QVariant role = object->property(kRole);
    return role.isValid() ? new RoleAccess(static_cast<QWidget *>(object), role.toInt()) : nullptr;
}

} // namespace

void install()
{
    QAccessible::installFactory(&make);
}

void setRole(QWidget *widget, int role)
{
    widget->setProperty(kRole, role);
}

void announce(QWidget *about, const QString &text)
{
    if (!QAccessible::isActive() || text.isEmpty())
        return;
    QAccessibleEvent alert(about, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    delete about->findChild<QObject *>(Kept::objectNameOfAll(), Qt::FindDirectChildrenOnly);
    QAccessibleEvent appeared((new Kept(about, text))->spoken(), QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&appeared);
}

} // namespace callboard::access
