#include "tests/fuzz/promises.h"

#include <QJsonDocument>
#include <QJsonParseError>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace callboard::fuzz {

namespace {

constexpr qsizetype kMostShown = 2000;

struct Place {
    qint64 line = 1;
    qint64 column = 1;
};

// What stands further behind is a place in a part of the text, such as an event's data.
Place placeIn(const QString &detail)
{
    static const QRegularExpression place(QStringLiteral("\\Aline (\\d+)(?:, column (\\d+))?"));
    const auto match = place.match(detail);
    if (!match.hasMatch())
        return {};
    return {match.captured(1).toLongLong(), match.hasCaptured(2) ? match.captured(2).toLongLong() : 1};
}

} // namespace

void require(bool holds, const char *promise, const QString &seen)
{
    require(holds, promise, holds ? QByteArray() : seen.toUtf8());
}

void require(bool holds, const char *promise, const QByteArray &seen)
{
    if (holds)
        return;
    std::fprintf(stderr, "Broken: %s\n%s\n", promise, seen.left(kMostShown).constData());
    std::abort();
}

void requireJson(const QByteArray &json, const char *promise)
{
    require(QByteArrayView(json).isValidUtf8(), promise, json);
    QJsonParseError error;
    (void)QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        require(false, promise, error.errorString().toUtf8() + " in " + json);
}

void requirePlace(const QString &detail, const QByteArray &text)
{
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    const Place at = placeIn(detail);
    require(at.line >= 1 && at.line <= lines.size(), "an error names a line of the text", detail);
    require(at.column >= 1 && at.column <= lines[at.line - 1].size() + 1, "and a column of it", detail);
}

void requirePlaceInXml(const QString &detail, const QByteArray &text)
{
    const qsizetype lines = text.count('\n') + text.count('\r') + 1;
    const Place at = placeIn(detail);
    require(at.line >= 1 && at.line <= lines, "an error names a line of the XML", detail);
    require(at.column >= 1 && at.column <= text.size() + 2, "and a column that may be there", detail);
}

int levelsOf(const QByteArray &json)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            deepest = std::max(deepest, ++depth);
        else if (!inString && (c == '}' || c == ']'))
            --depth;
    }
    return deepest;
}

Cuts::Cuts(const QByteArray &bytes)
    : m_state(14695981039346656037ULL)
{
    for (const char c : bytes) // FNV-1a
        m_state = (m_state ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    m_state |= 1U;
}

qsizetype Cuts::next(qsizetype most)
{
    m_state ^= m_state << 13U; // xorshift
    m_state ^= m_state >> 7U;
    m_state ^= m_state << 17U;
    return most < 1 ? 1 : 1 + static_cast<qsizetype>(m_state % static_cast<quint64>(most));
}

} // namespace callboard::fuzz
