// What the engine does beyond targets and deliveries: settings with secrets, projects, assets, encoders, platforms. Any
// thread; callbacks run in the client's own thread, where `context` must live, and not at all once it is gone.
#pragma once

#include "core/domain/project.h"
#include "core/domain/workspacesettings.h"
#include "core/engine/engineclient.h"
#include "core/intake/platformsink.h"
#include "core/payload/recorddiff.h"

namespace callboard {

// What a platform answered, taken in as the asset's present record.
struct RefreshedAsset {
    MediaAsset asset;
    QList<FieldChange> changes; // against what was known before; empty: nothing differs
};

struct SubmittedJob {
    QString jobId;
    TestResult exchange;
};

class PlatformClient {
public:
    template <class T>
    using Then = std::function<void(Result<T>)>;

    virtual ~PlatformClient() = default;

    // Secrets in the clear are sealed (VaultUnavailable without a vault); sealed ones stay; empty ones are forgotten.
    virtual void saveSmtp(SmtpServer server, QObject *context, Then<SmtpServer> then) = 0;
    virtual void saveEncoder(EncoderSettings settings, QObject *context, Then<EncoderSettings> then) = 0;
    virtual void savePlatform(PlatformSettings settings, QObject *context, Then<PlatformSettings> then) = 0;
    virtual void saveRetention(Retention retention, QObject *context, Then<Retention> then) = 0;
    // One message to `to` through `server` as it stands in the form; nothing is recorded.
    virtual void sendTestMail(SmtpServer server, QString to, QObject *context, Then<TestResult> then) = 0;

    // The Media Callback URL makes the project's Spark target, changes its address, or, empty, removes it.
    virtual void saveProject(Project project, QObject *context, Then<Project> then) = 0;
    virtual void removeProject(QString id, QObject *context, Then<QString> then) = 0; // and its target

    // Gives an unmatched notification its asset, fires its events, and remembers the job for those that follow.
    virtual void assignNotification(NotificationId id, QString asset, QObject *context,
                                    Then<NotificationOutcome> then) = 0;
    // POST /api/v2/jobs with the asset's `encoder` callbacks.
    virtual void submitJob(QString asset, QObject *context, Then<SubmittedJob> then) = 0;
    // Asks the platform that the asset belongs to for its present record.
    virtual void refreshAsset(QString asset, QObject *context, Then<RefreshedAsset> then) = 0;
};

} // namespace callboard
