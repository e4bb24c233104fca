// The fuzz targets by name: each takes any bytes and drives one parser with them (fault matrix F22). Pure; called
// thousands of times a second by libFuzzer, and for every seed and its variants by the test fuzz_seeds.
#pragma once

#include <QByteArray>

#include <span>

namespace callboard::fuzz {

void assetRequests(const QByteArray &input); // POST /assets
void answers(const QByteArray &input);       // HTTP/1.1 answers in segments
void cloudEvents(const QByteArray &input);   // structured, batch, JSON Lines, binary
void door(const QByteArray &input);          // request line and headers: paths, names, tokens, types
void drops(const QByteArray &input);         // files put into the drop folder
void durations(const QByteArray &input);     // durations, schedules, trigger lists, times
void headers(const QByteArray &input);       // header names and values
void mailAddresses(const QByteArray &input); // mailto URLs and mailboxes
void notifications(const QByteArray &input); // Zencoder's and Brightcove's; JSON, XML, form
void records(const QByteArray &input);       // records, and all that is made of them
void recordPairs(const QByteArray &input);   // two records and what differs
void requests(const QByteArray &input);      // HTTP/1.1 requests in segments
void receiverScripts(const QByteArray &input);
void retryAfter(const QByteArray &input);
void smtpReplies(const QByteArray &input); // a talk with a mail server
void smtpUrls(const QByteArray &input);
void targetImports(const QByteArray &input); // lenient JSON, curl commands, our own export
void urls(const QByteArray &input);          // what a target may call

struct Target {
    const char *name; // of its folder in corpus/
    void (*run)(const QByteArray &input);
};

[[nodiscard]] std::span<const Target> allTargets();

} // namespace callboard::fuzz
