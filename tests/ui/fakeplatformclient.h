// A platform client that keeps what it was asked for and answers as the test said, queued, as the real one does. An
// answer is a function of the question; unless a test sets another, it hands back what came in, secrets sealed.
#pragma once

#include "core/engine/platformclient.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace callboard {

// As the vault would: the test can still read what was typed.
inline Secret sealedLike(const Secret &secret)
{
    return secret.plain.isEmpty() ? secret
                                  : Secret{{}, QByteArray(QByteArrayLiteral("sealed:") + secret.plain.toUtf8())};
}

class FakePlatformClient final : public PlatformClient {
public:
    QList<SmtpServer> smtpSaved;
    QList<EncoderSettings> encodersSaved;
    QList<PlatformSettings> platformsSaved;
    QList<Retention> retentionsSaved;
    QList<QPair<SmtpServer, QString>> mailsTested; // and to whom
    QList<Project> projectsSaved;
    QStringList projectsRemoved;
    QList<QPair<NotificationId, QString>> assigned;
    QStringList submitted;
    QStringList refreshed;

    std::optional<Error> refusal; // of everything, until it is taken back
    std::function<Result<SmtpServer>(const SmtpServer &)> smtpAnswer = [](SmtpServer server) {
        server.password = sealedLike(server.password);
        return server;
    };
    std::function<Result<EncoderSettings>(const EncoderSettings &)> encoderAnswer = [](EncoderSettings settings) {
        settings.apiKey = sealedLike(settings.apiKey);
        settings.notificationSecret = sealedLike(settings.notificationSecret);
        return settings;
    };
    std::function<Result<PlatformSettings>(const PlatformSettings &)> platformAnswer = [](PlatformSettings settings) {
        settings.key = sealedLike(settings.key);
        return settings;
    };
    std::function<Result<TestResult>(const SmtpServer &, const QString &)> testMailAnswer =
        [](const SmtpServer &, const QString &) { return TestResult{}; };
    std::function<Result<Project>(const Project &)> projectAnswer = [](const Project &project) { return project; };
    std::function<Result<NotificationOutcome>(NotificationId, const QString &)> assignAnswer =
        [](NotificationId id, const QString &asset) {
            NotificationOutcome outcome;
            outcome.id = id;
            outcome.asset = asset;
            return outcome;
        };
    std::function<Result<SubmittedJob>(const QString &)> submitAnswer = [](const QString &) { return SubmittedJob{}; };
    std::function<Result<RefreshedAsset>(const QString &)> refreshAnswer = [](const QString &asset) {
        RefreshedAsset result;
        result.asset.id = asset;
        return result;
    };

    void saveSmtp(SmtpServer server, QObject *context, Then<SmtpServer> then) override
    {
        smtpSaved.append(server);
        answer<SmtpServer>(smtpAnswer(server), context, then);
    }
    void saveEncoder(EncoderSettings settings, QObject *context, Then<EncoderSettings> then) override
    {
        encodersSaved.append(settings);
        answer<EncoderSettings>(encoderAnswer(settings), context, then);
    }
    void savePlatform(PlatformSettings settings, QObject *context, Then<PlatformSettings> then) override
    {
        platformsSaved.append(settings);
        answer<PlatformSettings>(platformAnswer(settings), context, then);
    }
    void saveRetention(Retention retention, QObject *context, Then<Retention> then) override
    {
        retentionsSaved.append(retention);
        answer<Retention>(retention, context, then);
    }
    void sendTestMail(SmtpServer server, QString to, QObject *context, Then<TestResult> then) override
    {
        mailsTested.append({server, to});
        answer<TestResult>(testMailAnswer(server, to), context, then);
    }
    void saveProject(Project project, QObject *context, Then<Project> then) override
    {
        projectsSaved.append(project);
        answer<Project>(projectAnswer(project), context, then);
    }
    void removeProject(QString id, QObject *context, Then<QString> then) override
    {
        projectsRemoved.append(id);
        answer<QString>(id, context, then);
    }
    void assignNotification(NotificationId id, QString asset, QObject *context, Then<NotificationOutcome> then) override
    {
        assigned.append({id, asset});
        answer<NotificationOutcome>(assignAnswer(id, asset), context, then);
    }
    void submitJob(QString asset, QObject *context, Then<SubmittedJob> then) override
    {
        submitted.append(asset);
        answer<SubmittedJob>(submitAnswer(asset), context, then);
    }
    void refreshAsset(QString asset, QObject *context, Then<RefreshedAsset> then) override
    {
        refreshed.append(asset);
        answer<RefreshedAsset>(refreshAnswer(asset), context, then);
    }

private:
    template <class T>
    void answer(Result<T> result, QObject *context, const Then<T> &then)
    {
        if (refusal)
            result = tl::unexpected<Error>(*refusal);
        QTimer::singleShot(0, context, [then, result] { then(result); });
    }
};

} // namespace callboard
