#include "core/intake/problem.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace callboard {

namespace {

constexpr auto kRetryAfterSeconds = "5";

QString titleOf(int status)
{
    switch (status) {
    case 400: return QStringLiteral("Bad Request");
    case 401: return QStringLiteral("Unauthorized");
    case 403: return QStringLiteral("Forbidden");
    case 404: return QStringLiteral("Not Found");
    case 405: return QStringLiteral("Method Not Allowed");
    case 409: return QStringLiteral("Conflict");
    case 413: return QStringLiteral("Content Too Large");
    case 415: return QStringLiteral("Unsupported Media Type");
    case 429: return QStringLiteral("Too Many Requests");
    case 508: return QStringLiteral("Loop Detected");
    default: return QStringLiteral("Service Unavailable");
    }
}

} // namespace

DoorAnswer problem(int status, const QString &kind, const QString &detail)
{
    const QJsonObject object{{QStringLiteral("type"), QString(QStringLiteral("urn:callboard:problem:") + kind)},
                             {QStringLiteral("title"), titleOf(status)},
                             {QStringLiteral("status"), status},
                             {QStringLiteral("detail"), detail}};
    return {status, "application/problem+json", QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
}

DoorAnswer problemOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::StoreUnavailable:
    case ErrorCode::StoreBusy:
    case ErrorCode::StoreCorrupt:
    case ErrorCode::VaultUnavailable: return unavailable(error.detail);
    case ErrorCode::Conflict:
    case ErrorCode::NameTaken:
    case ErrorCode::WorkspaceInUse:
    case ErrorCode::AddressInUse: return problem(409, QStringLiteral("conflict"), error.detail);
    case ErrorCode::TooLarge: return problem(400, QStringLiteral("too-large"), error.detail);
    case ErrorCode::NotFound: return problem(404, QStringLiteral("not-found"), error.detail);
    case ErrorCode::Malformed:
    case ErrorCode::InvalidUrl:
    case ErrorCode::InvalidHeader:
    case ErrorCode::InvalidArgument: return problem(400, QStringLiteral("malformed"), error.detail);
    default: return problem(400, QStringLiteral("refused"), error.detail);
    }
}

DoorAnswer unavailable(const QString &detail)
{
    DoorAnswer answer = problem(503, QStringLiteral("unavailable"), detail);
    answer.headers.emplaceBack("Retry-After", kRetryAfterSeconds);
    return answer;
}

DoorAnswer tooMany(const QString &detail, std::chrono::nanoseconds wait)
{
    DoorAnswer answer = problem(429, QStringLiteral("too-many"), detail);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    answer.headers.emplaceBack("Retry-After", QByteArray::number(qint64(std::max<qint64>(seconds, 1))));
    return answer;
}

} // namespace callboard
