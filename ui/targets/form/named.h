// Gives a control the name that tests and assistive tools find it by, and the one a screen reader says.
#pragma once

#include <QWidget>

namespace callboard {

template <class Control>
Control *named(Control *control, const char *objectName, const QString &accessibleName)
{
    control->setObjectName(QString::fromLatin1(objectName));
    control->setAccessibleName(accessibleName);
    return control;
}

} // namespace callboard
