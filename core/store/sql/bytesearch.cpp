#include "core/store/sql/bytesearch.h"

#include <algorithm>
#include <cstring>

#include <sqlite3.h>

namespace callboard {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - 32) : c;
}

QByteArrayView argument(sqlite3_value *value)
{
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value)); // first: it may convert
    return {bytes, qsizetype(sqlite3_value_bytes(value))};
}

void holds(sqlite3_context *context, int, sqlite3_value **values)
{
    sqlite3_result_int(context, holdsBytes(argument(values[0]), argument(values[1])) ? 1 : 0);
}

} // namespace

bool holdsBytes(QByteArrayView bytes, QByteArrayView word)
{
    if (word.isEmpty())
        return true;
    if (bytes.size() < word.size())
        return false;
    const char low = lower(word.front());
    const char high = upper(word.front());
    const char *end = bytes.data() + bytes.size() - word.size() + 1; // of the places where it may begin
    const auto fits = [word](const char *at) {
        return std::equal(word.begin(), word.end(), at, [](char a, char b) { return lower(a) == lower(b); });
    };
    const auto next = [end](const char *from, char c) {
        const void *found = from < end ? std::memchr(from, c, size_t(end - from)) : nullptr;
        return found ? static_cast<const char *>(found) : end;
    };
    const char *atLow = next(bytes.data(), low);
    const char *atHigh = low == high ? end : next(bytes.data(), high);
    while (atLow < end || atHigh < end) {
        const char *at = std::min(atLow, atHigh);
        if (fits(at))
            return true;
        if (at == atLow)
            atLow = next(at + 1, low);
        else
            atHigh = next(at + 1, high);
    }
    return false;
}

bool addByteSearch(sqlite3 *db)
{
    return sqlite3_create_function_v2(db, "holds", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                      holds, nullptr, nullptr, nullptr)
        == SQLITE_OK;
}

} // namespace callboard
