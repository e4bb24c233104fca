#include "tests/access/dialogs.h"

#include "core/engine/explanation.h"
#include "core/store/readthread.h"
#include "tests/ui/sampleproject.h"
#include "tests/ui/samplesettings.h"
#include "tests/ui/sampletarget.h"
#include "ui/assets/assigndialog.h"
#include "ui/deliveries/compare/comparedialog.h"
#include "ui/deliveries/list/daterange.h"
#include "ui/deliveries/replay/resenddialog.h"
#include "ui/events/explaindialog.h"
#include "ui/events/fireeventdialog.h"
#include "ui/help/helpwindow.h"
#include "ui/projects/projectdialog.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/closing/closingdialog.h"
#include "ui/shell/palette/commandpalette.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/startfailure.h"
#include "ui/targets/form/passphrasedialog.h"
#include "ui/targets/importdialog.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/together/togetherdialog.h"

#include <QAbstractButton>
#include <QLineEdit>

namespace callboard {

namespace {

using Desk = DialogDesk;
using Made = std::unique_ptr<QWidget>;

Attempt attempt(int number, int status)
{
    Attempt made;
    made.number = number;
    made.url = QStringLiteral("https://callback.example/ingest");
    made.requestHead = "POST /ingest HTTP/1.1\r\nContent-Type: application/json\r\n\r\n";
    made.requestBody = R"({"uuid":"6b48fbce","status":"finished"})";
    made.exchange.status = status;
    made.exchange.responseHead = "HTTP/1.1 " + QByteArray::number(status) + " X\r\n\r\n";
    return made;
}

Explanation explanation()
{
    Explained called;
    called.name = QStringLiteral("CMS ingest");
    called.fate = Fate::NotWanted;
    called.reason = QStringLiteral("onRating is off");
    Explanation all;
    all.event.id = {12};
    all.event.asset = QStringLiteral("T1S03");
    all.targets = {called};
    return all;
}

DeliveryRow failedRow()
{
    DeliveryRow row;
    row.delivery.id = DeliveryId{4711};
    row.delivery.state = DeliveryState::Failed;
    row.delivery.asset = QStringLiteral("T1S03");
    row.targetName = QStringLiteral("CMS ingest");
    return row;
}

CallbackTarget second()
{
    CallbackTarget target = stored();
    target.id = TargetId{8};
    target.name = QStringLiteral("Spark site");
    return target;
}

QList<Command> commands()
{
    return {{QStringLiteral("New target…"), QStringLiteral("File"), QStringLiteral("Ctrl+N"), true, {}, {}},
            {QStringLiteral("Replay"), QStringLiteral("Deliveries"), QStringLiteral("R"), true, {}, {}}};
}

Made startFailure(const Desk &)
{
    return std::make_unique<StartFailure>(
        Error{ErrorCode::NewerSchema, QStringLiteral("w.db: schema 9, this version knows 6.")},
        QStringLiteral("/data/w.db"));
}

// With a way back.
Made manual(const Desk &)
{
    auto window = std::make_unique<HelpWindow>();
    window->open({QStringLiteral("targets"), {}});
    return window;
}

// It hangs over a window, and has none here.
Made palette(const Desk &)
{
    static QWidget window;
    window.resize(1280, 800);
    return std::make_unique<CommandPalette>(commands(), &window);
}

// With everything that signing can show: a key that was just made, its overlap and one from before.
Made signing(const Desk &d)
{
    auto dialog = std::make_unique<TargetDialog>(d.engine, signedWith(SigningScheme::Ed25519));
    for (const char *button : {"signingFold", "rotateKeyButton"})
        dialog->findChild<QAbstractButton *>(QLatin1String(button))->click();
    dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"))->setFocus(); // where a form begins
    return dialog;
}

// With everything that authentication, certificates and proxy can show, and a URL that gives its own away.
Made access(const Desk &d)
{
    CallbackTarget target = stored();
    target.headers.clear();
    target.authentication = {AuthScheme::OAuth2,
                             QStringLiteral("callboard"),
                             {QStringLiteral("typed"), {}},
                             QStringLiteral("https://login.example.com/token"),
                             {},
                             {},
                             false};
    target.tls.authorities = "-----BEGIN CERTIFICATE-----";
    target.tls.certificate = "-----BEGIN CERTIFICATE-----";
    target.proxy = {ProxyKind::Http,
                    QStringLiteral("proxy.example"),
                    3128,
                    QStringLiteral("out"),
                    {{}, QByteArrayLiteral("sealed-password")}};
    auto dialog = std::make_unique<TargetDialog>(d.engine, target);
    for (const char *fold : {"authenticationFold", "certificatesFold", "proxyFold"})
        dialog->findChild<QAbstractButton *>(QLatin1String(fold))->click();
    dialog->paste(QStringLiteral("https://user:password@callback.example/ingest"));
    dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"))->setFocus(); // where a form begins
    return dialog;
}

Made passphrase(const Desk &)
{
    return std::make_unique<PassphraseDialog>(QStringLiteral("client.p12"),
                                              [](const QString &) { return Result<void>(); });
}

} // namespace

const QList<DialogMaker> &allDialogs()
{
    static const QList<DialogMaker> all{
        {"new target",
         [](const Desk &d) -> Made { return std::make_unique<TargetDialog>(d.engine, CallbackTarget()); }},
        {"target", [](const Desk &d) -> Made { return std::make_unique<TargetDialog>(d.engine, stored()); }},
        {"target signing", &signing},
        {"target access", &access},
        {"passphrase", &passphrase},
        {"targets together",
         [](const Desk &d) -> Made {
             return std::make_unique<TogetherDialog>(d.engine, QList<CallbackTarget>{stored(), second()});
         }},
        {"import", [](const Desk &d) -> Made { return std::make_unique<ImportDialog>(d.engine); }},
        {"settings", [](const Desk &d) -> Made { return std::make_unique<SettingsDialog>(d.platform, filled()); }},
        {"fire event",
         [](const Desk &d) -> Made {
             return std::make_unique<FireEventDialog>(d.engine, QList<CallbackTarget>{stored(), second()});
         }},
        {"explain", [](const Desk &) -> Made { return std::make_unique<ExplainDialog>(explanation()); }},
        {"project",
         [](const Desk &d) -> Made {
             return std::make_unique<ProjectDialog>(d.platform, rowWithTarget(), QStringList());
         }},
        {"assign", [](const Desk &d) -> Made { return std::make_unique<AssignDialog>(d.platform, d.reads); }},
        {"dates", [](const Desk &) -> Made { return std::make_unique<DateRangeDialog>(DateRange()); }},
        {"compare",
         [](const Desk &) -> Made {
             return std::make_unique<CompareDialog>(ComparedSide{QStringLiteral("Attempt 1"), attempt(1, 503)},
                                                    ComparedSide{QStringLiteral("Attempt 2"), attempt(2, 200)});
         }},
        {"resend", [](const Desk &) -> Made { return std::make_unique<ResendDialog>(failedRow(), stored()); }},
        {"closing",
         [](const Desk &) -> Made {
             return std::make_unique<ClosingDialog>(
                 ClosingFacts{true, true, 14, QStringLiteral("http://127.0.0.1:8787")}, true, nullptr);
         }},
        {"about", [](const Desk &) -> Made { return std::make_unique<AboutDialog>(); }},
        {"shortcuts", [](const Desk &) -> Made { return std::make_unique<ShortcutsDialog>(); }},
        {"palette", &palette},
        {"start failure", &startFailure},
        {"manual", &manual},
    };
    return all;
}

} // namespace callboard
