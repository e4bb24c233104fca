#include "core/security/signing/signatureform.h"

#include <array>

namespace callboard {

namespace {

using Kind = SignatureKind;
using Text = SignatureText;

SignatureForm standard(Kind kind, const char *value)
{
    SignatureForm form{kind, Text::Base64, "{id}.{timestamp}.{body}", "webhook-signature", {}, value, " ", {}, {}, {}};
    return form;
}

SignatureForm ofTimeAndBody(const char *header, const char *lead, const char *value)
{
    return {Kind::HmacSha256, Text::Hex, "{timestamp}.{body}", header, lead, value, ",", {}, {}, {}};
}

SignatureForm ofBody(Kind kind, const char *header)
{
    return {kind, Text::Hex, "{body}", header, {}, "{signature}", {}, {}, {}, {}};
}

SignatureForm cloudinary()
{
    SignatureForm form = ofBody(Kind::Sha256, "X-Cld-Signature");
    form.content = "{body}{timestamp}{secret}";
    form.timestampHeader = "X-Cld-Timestamp";
    return form;
}

SignatureForm kaltura()
{
    SignatureForm form = ofBody(Kind::Sha256, "X-KALTURA-SIGNATURE");
    form.content = "{secret}{body}";
    form.fixedHeader = "X-KALTURA-HASH-ALGO";
    form.fixedValue = "2"; // SHA-256
    return form;
}

SignatureForm token()
{
    return {Kind::Plain, Text::Raw, "{secret}", "X-Callback-Token", {}, "{signature}", {}, {}, {}, {}};
}

} // namespace

const SignatureForm &signatureForm(SigningScheme scheme)
{
    static const std::array<SignatureForm, 10> forms{
        SignatureForm{},
        standard(Kind::HmacSha256, "v1,{signature}"),
        standard(Kind::Ed25519, "v1a,{signature}"),
        ofTimeAndBody("Mux-Signature", "t={timestamp}", "v1={signature}"),
        ofTimeAndBody("Webhook-Signature", "time={timestamp}", "sig1={signature}"),
        ofBody(Kind::HmacSha256, "X-Signature-SHA256"),
        ofBody(Kind::HmacSha512, "X-Signature-SHA512"),
        cloudinary(),
        kaltura(),
        token(),
    };
    return forms.at(size_t(scheme));
}

bool signsWithSeveral(SigningScheme scheme)
{
    return !signatureForm(scheme).separator.isEmpty();
}

} // namespace callboard
