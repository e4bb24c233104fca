// What was dropped on the window, and what opens with it: a record is an event to fire, a curl command or an address a
// target, definitions of targets an import. Only shows a form that is filled in: nothing is sent or saved by it.
#pragma once

#include "core/domain/trigger.h"

#include <QByteArray>
#include <QString>

#include <optional>

class QMimeData;

namespace callboard {

inline constexpr qint64 kLargestDrop = qint64(1024) * 1024; // as much as importTargets() reads

struct Drop {
    enum class Kind { Nothing, Event, NewTarget, Import };
    Kind kind = Kind::Nothing;
    QString text;    // what the form begins with: the record, the command or address, the definitions
    QString refusal; // Nothing: why
    // Of an Event that came as a CloudEvent; else they follow the record.
    std::optional<Trigger> trigger{};
    QString asset{};
    QString project{};

    bool operator==(const Drop &) const = default;
};

// Pure. `name`: of the file; empty: it is text.
[[nodiscard]] Drop decideDrop(const QByteArray &content, const QString &name = {});
// As far as what is dragged says by itself, before it is let go: one local file, an address, or a text of a known kind.
[[nodiscard]] bool mayBeDropped(const QMimeData &data);
// Reads the file, if it is one: a regular one, and no more of it than there may be.
[[nodiscard]] Drop readDrop(const QMimeData &data);

} // namespace callboard
