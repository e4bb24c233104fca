#include "ui/deliveries/signaturewords.h"

#include "ui/targets/targetwords.h"

#include <QCoreApplication>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::SignatureWords)
};

// Whoever asks for a delivery whose target is gone has nothing to learn from an error.
SignatureLine withoutFinding(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return {};
    return {Mood::Warning, Words::tr("Signature: can't be checked. %1").arg(words::problem(error))};
}

} // namespace

SignatureLine signatureLine(const Result<SignatureFinding> &finding, Timestamp now)
{
    if (!finding)
        return withoutFinding(finding.error());
    switch (finding->by) {
    case SignedBy::Nobody: return {Mood::Warning, Words::tr("Signature: not signed")};
    case SignedBy::PresentKey: return {Mood::Good, Words::tr("Signature: made with the present key")};
    case SignedBy::OlderKey:
        return {Mood::Good,
                Words::tr("Signature: made with a key that ends in %1")
                    .arg(words::duration(finding->until.value_or(now) - now))};
    case SignedBy::EndedKey:
        return {Mood::Warning, Words::tr("Signature: made with a key that is no more (rotated since)")};
    case SignedBy::OtherScheme:
        return {Mood::Warning, Words::tr("Signature: made in a way that the target no longer uses")};
    case SignedBy::Token: return {Mood::Hint, Words::tr("Signature: static token, not shown")};
    case SignedBy::Unknown: return {Mood::Warning, Words::tr("Signature: can't be checked: the vault is closed")};
    }
    return {};
}

} // namespace callboard
