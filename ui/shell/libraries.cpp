#include "ui/shell/libraries.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <Qsci/qsciglobal.h>

namespace callboard {

namespace {

struct L {
    Q_DECLARE_TR_FUNCTIONS(callboard::Libraries)
};

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

Library library(const char *name, const char *version, const char *licence, const QString &what)
{
    return {text(name), text(version), text(licence), what};
}

} // namespace

// The versions it was built with come from CMake, but for Qt, which can be another at run time.
QList<Library> libraries()
{
    return {
        library("Qt", qVersion(), "LGPL-3.0-only", L::tr("windows, network, threads")),
        library("QScintilla", QSCINTILLA_VERSION_STR, "GPL-3.0-only", L::tr("shows payloads")),
        library("QCustomPlot", CALLBOARD_QCUSTOMPLOT, "GPL-3.0-or-later", L::tr("draws plots")),
        library("QtKeychain", CALLBOARD_QTKEYCHAIN, "BSD-2-Clause", L::tr("keeps the vault's key")),
        library("SQLite", CALLBOARD_SQLITE, "public domain", L::tr("keeps the workspace")),
        library("libsodium", CALLBOARD_SODIUM, "ISC", L::tr("seals secrets")),
        library("libmicrohttpd", CALLBOARD_MICROHTTPD, "LGPL-2.1-or-later", L::tr("the door")),
        library("libcurl", CALLBOARD_CURL, "curl", L::tr("sends mail")),
        library("Boost", CALLBOARD_BOOST, "BSL-1.0", L::tr("reads HTTP")),
        library("simdjson", CALLBOARD_SIMDJSON, "Apache-2.0", L::tr("reads JSON")),
        library("CLI11", CALLBOARD_CLI11, "BSD-3-Clause", L::tr("the command line")),
        library("expected", "", "CC0-1.0", L::tr("errors as values")),
    };
}

QString versionText()
{
    QStringList lines{QStringLiteral("Callboard " CALLBOARD_VERSION)};
    for (const Library &library : libraries()) {
        if (!library.version.isEmpty())
            lines << QStringLiteral("%1 %2").arg(library.name, library.version);
    }
    lines << QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
    return lines.join(u'\n');
}

} // namespace callboard
