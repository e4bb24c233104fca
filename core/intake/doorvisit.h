// One request at the door, from its head to its answer: judged by its head, read up to the limit, handed to its route,
// suspended until the answer is there. Lives in the door's thread; the daemon's callbacks feed it.
#pragma once

#include "core/intake/answerdesk.h"
#include "core/intake/doorcertificate.h"
#include "core/intake/doorguard.h"
#include "core/intake/doorwatch.h"
#include "core/intake/route.h"
#include "core/intake/throttle.h"

#include <QDeadlineTimer>

#include <optional>

namespace callboard {

// What all visits of a door share; outlives them.
struct DoorContext {
    DoorGuard guard;
    RouteTable routes;
    std::shared_ptr<AnswerDesk> desk;
    std::shared_ptr<DoorTokens> tokens; // null: none but the door's own
    Throttle requests;                  // of each token, and of each address where there is none
    bool limitsMain;                    // the door's own token too
    Throttle guesses;                   // wrong tokens, of each address
    std::unique_ptr<DoorWatch> watch;
    std::unique_ptr<DoorCertificate> certificate; // null: it speaks plain HTTP
    qint64 largestBody;
    std::chrono::milliseconds requestTimeout;
};

class DoorVisit {
public:
    DoorVisit(DoorContext &context, DoorRequest head);
    ~DoorVisit();
    DoorVisit(const DoorVisit &) = delete;
    DoorVisit &operator=(const DoorVisit &) = delete;

    // Each returns false to drop the connection without an answer.
    [[nodiscard]] bool begin(MHD_Connection *connection);
    [[nodiscard]] bool take(QByteArrayView part);
    [[nodiscard]] bool complete(MHD_Connection *connection);

private:
    [[nodiscard]] std::optional<DoorAnswer> judgeHead();
    [[nodiscard]] std::optional<DoorAnswer> refuseUnauthorized();
    [[nodiscard]] std::optional<DoorAnswer> turnAway(DoorStranger &&stranger);
    [[nodiscard]] std::optional<DoorAnswer> refuseTooOften(const QByteArray &caller);
    void serve();
    [[nodiscard]] std::optional<DoorAnswer> judgeBody() const;
    [[nodiscard]] bool announcesTooMuch() const;
    [[nodiscard]] bool hasNoEnd() const;
    [[nodiscard]] DoorAnswer tooLarge() const;

    DoorContext &m_context;
    DoorRequest m_request;
    QDeadlineTimer m_deadline;
    const Route *m_route = nullptr; // set unless refused
    std::optional<DoorAnswer> m_refusal;
    std::chrono::milliseconds m_refusalDelay{0};
    qint64 m_received = 0;
    std::optional<AnswerDesk::Ticket> m_ticket; // once it is with its route
};

} // namespace callboard
