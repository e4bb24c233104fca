// What a door's route gets and gives back: one request with its whole body, one answer. Plain values, any thread.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QString>

#include <functional>

namespace callboard {

struct DoorRequest {
    QByteArray method;
    QByteArray path;                       // as it came, still percent-encoded, without the query
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QList<QByteArray> repeatedHeaders;     // names that came more than once; `headers` has the first value
    QByteArray body;
    QHash<QByteArray, QString> parameters{}; // what the route's {name} stands for in this path, decoded
    bool isOdd = false;                      // a header has a NUL in it or is folded, and was not handed over whole
    QByteArray peer{};                       // whose connection it is: an address, of version 6 its network
    QString client{};                        // who says it: the name of its token; empty: nobody was asked

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const { return headers.value(lowerCaseName); }
    [[nodiscard]] bool has(const QByteArray &lowerCaseName) const { return headers.contains(lowerCaseName); }
};

struct DoorAnswer {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body{};
    QList<QPair<QByteArray, QByteArray>> headers{};
};

// Gives the answer, now or later, from any thread. Only the first call counts.
using Reply = std::function<void(DoorAnswer)>;

} // namespace callboard
