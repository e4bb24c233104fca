#include "app/cli/deliverycommands.h"
#include "app/cli/desk.h"
#include "app/cli/eventfile.h"
#include "app/cli/secrets.h"
#include "core/payload/cloudevents.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace callboard::cli {

namespace {

void print(const Common &common, const Accepted &sum)
{
    if (common.json)
        printJson(QJsonObject{{QStringLiteral("accepted"), sum.accepted},
                              {QStringLiteral("duplicates"), sum.duplicates},
                              {QStringLiteral("ids"), QJsonArray::fromStringList(sum.ids)}});
    else
        printLine(QStringLiteral("%1 accepted, %2 duplicates").arg(sum.accepted).arg(sum.duplicates));
}

int emitIntoWorkspace(const Common &common, const QList<QList<MediaEvent>> &batches)
{
    auto desk = Desk::open(common.workspace, false);
    if (!desk)
        return report(desk.error());
    Accepted sum;
    for (const QList<MediaEvent> &batch : batches) {
        auto accepted = (*desk)->accept(batch);
        if (!accepted)
            return report(accepted.error());
        sum.accepted += accepted->accepted;
        sum.duplicates += accepted->duplicates;
        sum.ids += accepted->ids;
    }
    print(common, sum);
    if (!isDispatched(common.workspace))
        say(QStringLiteral("Kept. Nothing dispatches this workspace now: they go out once “callboard serve” or the "
                           "desktop program runs."));
    return Done;
}

QUrl doorUrl(const QString &to)
{
    QUrl url(to.contains(QLatin1String("://")) ? to : QStringLiteral("http://") + to);
    if (url.path().isEmpty() || url.path() == QLatin1String("/"))
        url.setPath(QStringLiteral("/v1/events"));
    return url;
}

// Posts one batch after the other and ends the application when the last is answered.
class Poster : public QObject {
public:
    Poster(const Common &common, QUrl url, QByteArray token, QList<QList<MediaEvent>> batches)
        : m_common(common)
        , m_url(std::move(url))
        , m_token(std::move(token))
        , m_batches(std::move(batches))
    {
        m_network.setProxy(QNetworkProxy::NoProxy);
    }

    void postNext()
    {
        if (m_batches.isEmpty()) {
            print(m_common, m_sum);
            QCoreApplication::exit(Done);
            return;
        }
        QByteArrayList events;
        for (const MediaEvent &event : m_batches.takeFirst())
            events.append(encodeCloudEvent(event));
        QNetworkRequest request(m_url);
        request.setRawHeader("Authorization", "Bearer " + m_token);
        request.setRawHeader("Content-Type", "application/cloudevents-batch+json");
        QNetworkReply *reply = m_network.post(request, '[' + events.join(',') + ']');
        connect(reply, &QNetworkReply::finished, this, [this, reply] { take(reply); });
    }

private:
    void take(QNetworkReply *reply)
    {
        reply->deleteLater();
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status != 202) {
            const QString detail = answer.value(QStringLiteral("detail")).toString();
            say(QStringLiteral("callboard: %1 answered %2")
                    .arg(m_url.toDisplayString(),
                         status == 0 ? reply->errorString() : QStringLiteral("%1: %2").arg(status).arg(detail)));
            QCoreApplication::exit(Failed);
            return;
        }
        m_sum.accepted += answer.value(QStringLiteral("accepted")).toInt();
        m_sum.duplicates += answer.value(QStringLiteral("duplicates")).toInt();
        const QJsonArray ids = answer.value(QStringLiteral("ids")).toArray();
        for (const QJsonValue &id : ids)
            m_sum.ids.append(id.toString());
        postNext();
    }

    Common m_common;
    QUrl m_url;
    QByteArray m_token;
    QList<QList<MediaEvent>> m_batches;
    Accepted m_sum;
    QNetworkAccessManager m_network;
};

int emitToDoor(const Common &common, const QList<QList<MediaEvent>> &batches, const QString &to,
               const QString &tokenFile)
{
    QByteArray token = qgetenv("CALLBOARD_INTAKE_TOKEN");
    if (token.isEmpty()) {
        auto db = Database::open(common.workspace, Database::Access::Read);
        auto kept = db.and_then(
            [&](const std::unique_ptr<Database> &open) { return intakeToken(*open, tokenFile, false); });
        if (!kept)
            return report(kept.error());
        token = *kept;
    }
    Poster poster(common, doorUrl(to), token, batches);
    poster.postNext();
    return QCoreApplication::exec();
}

} // namespace

int emitEvents(const Common &common, const QString &file, const QString &to, const QString &tokenFile)
{
    auto batches = readEventFile(file);
    if (!batches)
        return report(batches.error());
    return to.isEmpty() ? emitIntoWorkspace(common, *batches) : emitToDoor(common, *batches, to, tokenFile);
}

} // namespace callboard::cli
