// Controls in one row of a form, the first as wide as there is room.
#pragma once

#include "ui/look/look.h"

#include <QHBoxLayout>
#include <QWidget>

#include <initializer_list>

namespace callboard {

inline QWidget *sideBySide(QWidget *first, std::initializer_list<QWidget *> rest)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::kGap);
    layout->addWidget(first, 1);
    for (QWidget *control : rest)
        layout->addWidget(control);
    return row;
}

} // namespace callboard
