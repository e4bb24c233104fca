// TCP ports that callbacks may go to: those that no HTTP client calls, and a list that an operator gives. Pure; any
// thread.
#pragma once

#include "core/domain/error.h"

#include <QList>
#include <QString>

namespace callboard {

// Ports on which other protocols listen and would take a request's text for their own commands: the "bad ports" of the
// WHATWG's Fetch standard. 0 is among them.
[[nodiscard]] bool isForbiddenPort(int port);

struct PortRange {
    quint16 first = 0;
    quint16 last = 0; // not below `first`

    bool operator==(const PortRange &) const = default;
};

// What a list names and is no forbidden port.
class PortList {
public:
    // 80, 443 and all from 1024.
    [[nodiscard]] static PortList standard();
    // "80, 443, 8000-8999": numbers and ranges from 1 to 65535, with commas between. InvalidArgument names the part
    // that is none of them, and a forbidden port that is named on its own.
    [[nodiscard]] static Result<PortList> parse(const QString &text);

    [[nodiscard]] bool contains(int port) const;
    // As parse() reads it: ascending, ranges that touch made one.
    [[nodiscard]] QString toString() const;

    bool operator==(const PortList &) const = default;

private:
    QList<PortRange> m_ranges;
};

} // namespace callboard
