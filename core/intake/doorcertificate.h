// The certificate a door shows when it speaks TLS, with its key: read and checked at the start, and read again when one
// of the files has changed, without ending anything that is under way. What can't be used then is said in the log, and
// the one before stays. Used by the door's thread once made.
#pragma once

#include "core/domain/error.h"

#include <QString>

#include <memory>

struct gnutls_pcert_st;
struct gnutls_privkey_st;

namespace callboard {

struct DoorTls {
    QString certificate; // a PEM file: the door's own first, then those that vouch for it
    QString key;         // a PEM file that others can't read
};

class DoorCertificate {
public:
    // InvalidArgument: a file can't be read or used, or the key is another's or open to others. NotAllowed: it has
    // expired or is not valid yet.
    [[nodiscard]] static Result<std::unique_ptr<DoorCertificate>> load(const DoorTls &files);
    ~DoorCertificate();
    DoorCertificate(const DoorCertificate &) = delete;
    DoorCertificate &operator=(const DoorCertificate &) = delete;

    // Good for as long as this is.
    struct Chain {
        gnutls_pcert_st *certificates = nullptr;
        unsigned count = 0;
        gnutls_privkey_st *key = nullptr;
    };
    // Of the newest files that could be used. Looks at them once a second at most.
    [[nodiscard]] Chain current();

private:
    struct Private;
    explicit DoorCertificate(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace callboard
