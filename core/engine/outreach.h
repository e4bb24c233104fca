// What the engine asks others beside its deliveries, off the record: an encoder to take a job, a platform for a record,
// a mail server for a test. What comes of it is written by an order of the next cycle. Engine thread.
#pragma once

#include "core/engine/inbox.h"
#include "core/engine/platformclient.h"
#include "core/engine/settingsbook.h"
#include "core/engine/testsending.h"

namespace callboard {

class Outreach {
public:
    template <class T>
    using Done = std::function<void(Result<T>)>;

    Outreach(TestSending &sending, Inbox &inbox, const TargetBook &book, const SettingsBook &settings,
             const Clock &clock)
        : m_sending(sending)
        , m_inbox(inbox)
        , m_book(book)
        , m_settings(settings)
        , m_clock(clock)
    {
    }

    // Malformed: a callback can't be handed over. Conflict: the encoder did not take the job; its answer is named.
    void submitJob(Database &db, const QString &asset, Done<SubmittedJob> done);
    // NotFound: no such asset, or no platform is set up for it. Conflict: the platform's answer is no record.
    void refresh(Database &db, const QString &asset, Done<RefreshedAsset> done);
    void sendTestMail(SmtpServer server, const QString &to, const QString &workspaceTag, Done<TestResult> done);

private:
    void jobAnswered(const QString &asset, TestResult result, Done<SubmittedJob> done);
    void platformAnswered(const MediaAsset &before, const Exchange &exchange, Done<RefreshedAsset> done);
    void keepRecord(MediaEvent event, RefreshedAsset refreshed, Done<RefreshedAsset> done);

    TestSending &m_sending;
    Inbox &m_inbox;
    const TargetBook &m_book;
    const SettingsBook &m_settings;
    const Clock &m_clock;
};

} // namespace callboard
