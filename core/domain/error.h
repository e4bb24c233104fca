// Errors are values: a code that the user interface translates and an English detail that names what and where.
// Anything the receiver of a callback did (an HTTP 500, a timeout) is an Attempt's outcome, never an Error.
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace callboard {

enum class ErrorCode {
    InvalidArgument = 1,
    Malformed = 2,
    TooLarge = 3,
    Conflict = 4,
    NotFound = 5,
    NameTaken = 6,
    InvalidUrl = 7,
    InvalidHeader = 8,
    NotADatabase = 20,
    NewerSchema = 21,
    StoreUnavailable = 22,
    StoreBusy = 23,
    WorkspaceInUse = 24,
    StoreCorrupt = 25,
    VaultUnavailable = 30,
    VaultCorrupt = 31,
    AddressInUse = 40,
    NotAllowed = 41,
};

struct Error {
    ErrorCode code = ErrorCode::InvalidArgument;
    QString detail;

    bool operator==(const Error &) const = default;
};

// The workspace could not be read or written: whatever was asked may succeed when it is asked again.
[[nodiscard]] inline bool isStoreError(const Error &error)
{
    return error.code == ErrorCode::StoreUnavailable || error.code == ErrorCode::StoreBusy
        || error.code == ErrorCode::StoreCorrupt || error.code == ErrorCode::NotADatabase;
}

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, QString detail)
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

} // namespace callboard
