// A value on its way into a statement: nothing, a whole number, text or bytes. A null QString is empty text and a null
// QByteArray is no bytes; only a SqlValue made of nothing is NULL.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariant>

#include <concepts>
#include <variant>

namespace callboard {

class SqlValue {
public:
    SqlValue() = default; // NULL
    template <std::integral T>
    SqlValue(T number)
        : m_value(qint64(number))
    {
    }
    SqlValue(QString text)
        : m_value(std::move(text))
    {
    }
    SqlValue(QByteArray bytes)
        : m_value(std::move(bytes))
    {
    }
    // An invalid variant is NULL; of the others those with the types above.
    SqlValue(const QVariant &variant);

    [[nodiscard]] const std::variant<std::monostate, qint64, QString, QByteArray> &value() const { return m_value; }

private:
    std::variant<std::monostate, qint64, QString, QByteArray> m_value;
};

using SqlValues = QList<SqlValue>;

} // namespace callboard
