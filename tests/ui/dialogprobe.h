// How tests find and use the controls of a dialog: by their object names, with keyboard and mouse.
#pragma once

#include "ui/targets/form/fieldline.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

namespace callboard {

template <class Control>
Control *in(const QWidget &dialog, const char *name)
{
    return dialog.findChild<Control *>(QString::fromLatin1(name));
}

inline QString lineOf(const QWidget &dialog, const char *name)
{
    return in<FieldLine>(dialog, name)->sentence();
}

inline void type(const QWidget &dialog, const char *name, const QString &text)
{
    auto *edit = in<QLineEdit>(dialog, name);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

inline void click(const QWidget &dialog, const char *name)
{
    QTest::mouseClick(in<QAbstractButton>(dialog, name), Qt::LeftButton);
}

} // namespace callboard
