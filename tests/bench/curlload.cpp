#include "curlload.h"

#include <QElapsedTimer>

#include <curl/curl.h>

namespace callboard {

namespace {

size_t discard(char *, size_t size, size_t count, void *)
{
    return size * count;
}

CURL *easyFor(const Load &load, curl_slist *headers, const QByteArray &url)
{
    CURL *easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_URL, url.constData());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, load.body.constData());
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, long(load.body.size()));
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &discard);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    return easy;
}

} // namespace

double curlRate(const Load &load)
{
    CURLM *multi = curl_multi_init();
    curl_slist *headers = curl_slist_append(nullptr, "Content-Type: application/xml");
    headers = curl_slist_append(headers, "Expect:");
    const QByteArray url = load.url.toEncoded();
    QList<CURL *> handles;
    for (int i = 0; i < load.connections; ++i) {
        handles.append(easyFor(load, headers, url));
        curl_multi_add_handle(multi, handles.last());
    }
    QElapsedTimer timer;
    timer.start();
    qint64 done = 0;
    while (timer.nsecsElapsed() < qint64(load.seconds * 1e9)) {
        int running = 0;
        curl_multi_perform(multi, &running);
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
            CURL *easy = message->easy_handle;
            long status = 0;
            curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
            done += status / 100 == 2;
            curl_multi_remove_handle(multi, easy);
            curl_multi_add_handle(multi, easy);
        }
        curl_multi_poll(multi, nullptr, 0, 10, nullptr);
    }
    const double rate = double(done) * 1e9 / double(timer.nsecsElapsed());
    for (CURL *easy : handles) {
        curl_multi_remove_handle(multi, easy);
        curl_easy_cleanup(easy);
    }
    curl_multi_cleanup(multi);
    curl_slist_free_all(headers);
    return rate;
}

} // namespace callboard
