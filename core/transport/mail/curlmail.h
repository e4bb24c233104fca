// libcurl's handles with an owner, and a request as the message libcurl sends: multipart/mixed of the two texts and the
// attachment. Only for the mail transport's own files.
#pragma once

#include "core/transport/mail/mailverdict.h"
#include "core/transport/transport.h"

#include <curl/curl.h>

#include <memory>

namespace callboard::curlmail {

struct Release {
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    void operator()(curl_mime *mime) const { curl_mime_free(mime); }
};

using Handle = std::unique_ptr<CURL, Release>;
using List = std::unique_ptr<curl_slist, Release>;
using Mime = std::unique_ptr<curl_mime, Release>;

[[nodiscard]] List listOf(const QByteArrayList &lines);
[[nodiscard]] List headersOf(const TransportRequest &request);
[[nodiscard]] List recipientsOf(const TransportRequest &request);
[[nodiscard]] Mime messageOf(CURL *handle, const TransportRequest &request); // null: out of memory

// `osError`: of the last failed connect. Never Impossible: what ended a transfer may be over the next time.
[[nodiscard]] MailEnd endOf(CURLcode code, long osError);

// Server, security, sign-in, deadlines, and nothing from outside: no proxy, no .netrc, no other protocol. False: the
// library can't do it.
[[nodiscard]] bool prepare(CURL *handle, const TransportRequest &request, const QByteArray &caPem);

} // namespace callboard::curlmail
