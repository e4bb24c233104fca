// A name and password that stand in an address, https://user:password@host/: taken out, so that what is shown, kept and
// logged has none, and masked where a text can't be taken for an address. Pure; any thread.
#pragma once

#include <QString>
#include <QUrl>

namespace callboard {

struct SeparatedUrl {
    QString url;      // as it was written, without what stands before its @
    QString user;     // percent signs resolved
    QString password; // percent signs resolved
    bool had = false; // something stood before an @, were it empty
};

// Of http and https, in any case; every other text comes back as it is. What stands before the last @ of the authority
// is taken out, in addresses that are not valid otherwise, too.
[[nodiscard]] SeparatedUrl separatedCredentials(const QString &url);

// The same address with ••• in place of what stands before its @, to be quoted in a sentence; any scheme with //.
[[nodiscard]] QString withoutCredentials(const QString &url);

// Why `url` is not valid, without the address, which QUrl's own text quotes with all that is in it.
[[nodiscard]] QString urlErrorOf(const QUrl &url);

} // namespace callboard
