// Targets that show who they are, on an engine bench whose vault is open: making and saving them, and answering for the
// server that gives tokens.
#pragma once

#include "core/store/tables/targetstore.h"
#include "tests/engine/openvault.h"

#include <QFile>
#include <QTest>

namespace callboard {

inline const QString kSecret = QStringLiteral("planted-4711");

inline CallbackTarget shows(AuthScheme scheme, const QString &name = QStringLiteral("cms"))
{
    CallbackTarget target = plainTarget(name);
    target.authentication.scheme = scheme;
    if (scheme != AuthScheme::Bearer)
        target.authentication.user = name + QStringLiteral("-client");
    target.authentication.secret.plain = kSecret;
    if (scheme == AuthScheme::OAuth2)
        target.authentication.tokenUrl = QStringLiteral("https://login.example.com/token");
    return target;
}

inline QString said(const Result<CallbackTarget> &saved)
{
    return saved ? QString() : saved.error().detail;
}

inline QByteArray authorization(const TransportRequest &request)
{
    QByteArray found;
    for (const auto &[name, value] : request.headers) {
        if (name.compare("authorization", Qt::CaseInsensitive) == 0)
            found += found.isEmpty() ? value : ", and " + value;
    }
    return found;
}

inline bool asksForToken(const TransportRequest &request)
{
    return request.url.path() == QLatin1String("/token");
}

inline void emitOne(EngineBench &bench, const QString &id)
{
    QVERIFY(bench.emitEvents({published(u'a' + id, u'e' + id)}));
}

inline void giveToken(EngineBench &bench, qsizetype index, const QByteArray &token, int seconds = 3600)
{
    QVERIFY(asksForToken(bench.transport->sent.at(index)));
    bench.transport->answer(index, 200,
                            R"({"access_token":")" + token + R"(","token_type":"Bearer","expires_in":)"
                                + QByteArray::number(seconds) + '}');
    bench.spin();
}

inline void refuseToken(EngineBench &bench, qsizetype index)
{
    QVERIFY(asksForToken(bench.transport->sent.at(index)));
    bench.transport->answer(index, 401, R"({"error":"invalid_client"})");
    bench.spin();
}

// Nothing of it in the file or its log. The files are read only once nobody has them open.
inline bool isNowhereIn(EngineBench &bench, const QByteArray &secret)
{
    bench.engine.reset();
    for (const char *suffix : {"", "-wal"}) {
        QFile file(bench.workspace() + QLatin1String(suffix));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret))
            return false;
    }
    return true;
}

} // namespace callboard
