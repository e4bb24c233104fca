// What every fuzz target asks of the code it drives, beyond not crashing. A promise that does not hold ends the process
// with a sentence, so that the fuzzer keeps the bytes that broke it.
#pragma once

#include <QByteArray>
#include <QString>

namespace callboard::fuzz {

void require(bool holds, const char *promise, const QString &seen = {});
void require(bool holds, const char *promise, const QByteArray &seen);

// JSON as another reader than ours takes it, in UTF-8.
void requireJson(const QByteArray &json, const char *promise);

// The "line 3, column 7" that an error's words begin with is a place in the text, or the one behind its end.
void requirePlace(const QString &detail, const QByteArray &text);
// For XML, whose lines end with a bare carriage return too and whose bytes need not be UTF-8.
void requirePlaceInXml(const QString &detail, const QByteArray &text);

// Brackets within brackets, not counting those in strings.
[[nodiscard]] int levelsOf(const QByteArray &json);

// The same for the same bytes, so that a fault comes again: lengths for cutting them into segments.
class Cuts {
public:
    explicit Cuts(const QByteArray &bytes);
    [[nodiscard]] qsizetype next(qsizetype most); // 1 to most

private:
    quint64 m_state;
};

} // namespace callboard::fuzz
