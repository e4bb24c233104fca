// What assistive tools are told beyond what Qt tells them. Main thread.
#pragma once

class QString;
class QWidget;

namespace callboard::access {

// From now on bounded views (see boundedtable.h) answer with what is seen, and what a tool writes into a line edit
// counts as typed. Any number of times.
void install();

// What kind of thing a widget is that Qt knows no kind for; before anybody asks for it. A value of QAccessible::Role.
void setRole(QWidget *widget, int role);

// Says `text` once, where anybody listens; `about` is the widget that shows it.
void announce(QWidget *about, const QString &text);

} // namespace callboard::access
