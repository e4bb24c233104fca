// Texts with their escapes resolved, and where each byte of them came from. Pure; what is no whole escape stays as it
// is, and one that the end of the text cuts off is left out.
#pragma once

#include <QByteArray>
#include <QList>

namespace callboard {

enum class Escapes { Percent, Json, Html };

struct Unescaped {
    QByteArray text;
    QList<qsizetype> origins; // one more than bytes: the last is where reading ended
};

[[nodiscard]] char leadOf(Escapes escapes); // with which each of them begins
[[nodiscard]] Unescaped unescaped(QByteArrayView text, Escapes escapes);

} // namespace callboard
