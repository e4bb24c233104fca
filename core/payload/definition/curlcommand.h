// A curl command as documents and browsers give it, read for what a callback target needs. Options that only concern
// the terminal are passed over; those that would change the request and have no counterpart are warned of.
#pragma once

#include "core/domain/target.h"
#include "core/payload/definition/sourcetext.h"

#include <optional>

namespace callboard {

struct CurlHeader {
    QString name;
    QString value;
    qsizetype offset = 0;
};

struct CurlCommand {
    MappedText url;
    QString method; // as -X gives it; empty: by whether there is data
    QList<CurlHeader> headers;
    std::optional<CurlHeader> user;   // -u: NAME:PASSWORD
    std::optional<CurlHeader> bearer; // --oauth2-bearer
    std::optional<MappedText> data;
    bool sendsForm = false;   // -F, --data-urlencode: there are data, and none that a target can send
    bool dataInQuery = false; // -G

    [[nodiscard]] QString effectiveMethod() const;
};

// Where a line begins with curl (a prompt before it is passed over); -1: nowhere.
[[nodiscard]] qsizetype findCurlCommand(const QString &text);
[[nodiscard]] Result<CurlCommand> readCurlCommand(qsizetype start, ImportNotes &notes);
// The target that does what the command does: same URL, method, headers and authentication.
[[nodiscard]] Result<CallbackTarget> targetFromCurl(const CurlCommand &command, ImportNotes &notes);

} // namespace callboard
